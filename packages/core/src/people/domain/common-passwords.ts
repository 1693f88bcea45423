/** Eight characters and more that head every list of leaked passwords, in the world and in Vietnam. Lower case. */
export const commonPasswords: ReadonlySet<string> = new Set(
  `
  password password1 password12 password123 password1234 password! passw0rd p@ssword p@ssw0rd p@ssword1 p@ssw0rd1
  p@ssw0rd123 p@ssword123 passwort mypassword newpassword
  12345678 123456789 1234567890 0123456789 12345678910 1234567891 0987654321 87654321 987654321 123123123 11223344
  1122334455 12341234 123456123 1234512345 147258369 159753456 741852963 789456123 456789123 135792468 147852369
  1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qaz2wsx3edc zaq12wsx zaq1zaq1 q1w2e3r4 q1w2e3r4t5 qwertyui qwertyuiop qwerty12
  qwerty123 qwerty1234 qwerty12345 asdfghjk asdfghjkl zxcvbnm1 zxcvbnm123 qazwsxedc asdf1234 qwer1234 1234qwer
  abcd1234 abc12345 abc123456 abcdefgh abcdefg1 a1b2c3d4 aa123456 a1234567 a12345678 a123456789 aa12345678
  aa123123 abc123abc admin123 admin1234 admin12345 admin123456 admin@123 admin@1234 adminadmin administrator
  administrator1 quantri123 quantri@123 quantrivien
  iloveyou iloveyou1 sunshine princess football baseball superman batman123 trustno1 starwars michelle jennifer
  computer internet whatever dragon123 monkey123 master123 shadow123 welcome1 welcome123 welcome@123 letmein1
  letmein123 changeme changeme1 changeme123 default1 secret123 temp1234 test1234 testtest guest123 login123
  user1234 root1234 toor1234 server123 system123 oracle123 postgres windows10 samsung1 iphone123 google123 facebook
  facebook1 youtube123 pokemon1 liverpool chelsea1 barcelona manchester arsenal1 juventus ronaldo7
  matkhau1 matkhau123 matkhau@123 matkhau12 matkhaumoi matkhaucu123 khongbiet khongnho khongcopass
  vietnam1 vietnam123 vietnam@123 vietnamvodich hanoi123 hanoi@123 saigon123 saigon1975 haiphong haiphong1 danang123
  bacninh123 bacninh@123 binhduong cantho123 dongnai123
  anhyeuem anhyeuem1 anhyeuem123 emyeuanh emyeuanh1 emyeuanh123 iloveyou123 yeuanhnhieu yeuemnhieu toiyeuem
  toiyeuvietnam toilatoi conyeume congaicung giadinh123 giadinhtoi tinhyeu123 hanhphuc hanhphuc1 motminhanh
  nguyenvana nguyen123 nguyen@123 phamvan123 tranvan123 levan123 hoang123 minhminh thanhthanh
  ubnd1234 ubnd@123 ubnd@1234 cchc1234 cchc@123 sonoivu123 phongnoivu vanphong1 vanphong123 mucmuc123 motcua123
  congchuc123 chinhphu123 123456aa 123456aA@ 123456a@ 12345678a 123456789a 1234567a 12345678@ 123456@abc abc@1234
  abc@12345 abc@123456 abcd@1234 aaaaaaaa1 qaz123456 zxc123456 asd123456 qwe123456 qweasdzxc qweasd123 123qweasd
  123qwe123 123abc123 1a2b3c4d pass1234 pass@123 pass@1234 pass12345 0000aaaa nhip1234 nhip@123
  `
    .trim()
    .toLowerCase()
    .split(/\s+/),
);
