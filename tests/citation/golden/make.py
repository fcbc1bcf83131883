import csv
N="[N] karwalski/obiter docs/standards-rule-notes.md @30af9327"
SUB="[S] karwalski/obiter tests/engine/standards-subsequent.test.ts @30af9327"
PKG="[S] PaulStanley/oscola-biblatex oscola.tex @1cb8b1b9"
IALS="[G] http://libguides.ials.sas.ac.uk/c.php?g=659237&p=4653490"
BOUR="[G] https://libguides.bournemouth.ac.uk/c.php?g=471707&p=3226295"
BOURE="[G] https://libguides.bournemouth.ac.uk/c.php?g=471702&p=3226264"
SOL="[G] https://libguides.solent.ac.uk/c.php?g=709292&p=5168816"
COV="[G] https://libanswers.coventry.ac.uk/lib/faq/276361"
PORT="[G] https://library.port.ac.uk/ref/page543.html"
PORTS="[G] https://library.port.ac.uk/ref/page535.html"
RGU="[G] https://library.rgu.ac.uk/c.php?g=673804&p=4838148"
RGUE="[G] https://library.rgu.ac.uk/oscola/eu-ecthr"
RGUC="[G] https://library.rgu.ac.uk/oscola/cases-other"
FAQ="[P copy] http://zzkdckz.unas.cz/589-oscola-bibliography-order-no-author.php (copy of the later Oxford FAQ)"
UWLE="[G] https://uwl.libguides.com/oscola/eu"
UWL="[G] https://uwl.libguides.com/oscola/int"
SWAN="[G] https://libguides.swansea.ac.uk/Oscola/ECHR"
ICE="[G] https://bokasafn.ru.is/oscola/thjodrettar (in Icelandic)"
SOAS="[G] https://soas.libguides.com/c.php?g=704983&p=5286746"
GIC="[G] https://libguides.graduateinstitute.ch/legal_citation/oscola/cases"
GIU="[G] https://libguides.graduateinstitute.ch/legal_citation/oscola/UN"
ER="[S] PaulStanley/oscola-biblatex check-test.tex @6d9c18f0"
ITAL="the source is plain text; italics by 2.1.2"
o4=[
("corr-first","corr","*Corr v IBC Vehicles Ltd* [2008] UKHL 13, [2008] 1 AC 884.","2.1.1, 2.1.3",N,"s",""),
("callery-paragraphs","callery@paragraph 42, 45","*Callery v Gray* [2001] EWCA Civ 1117, [2001] 1 WLR 2112 [42], [45].","2.1.6",N,"s",""),
("austin-first","austin","*Austin v Commissioner of Police for the Metropolis* [2009] UKHL 5, [2009] AC 564.","2.1.3",IALS,"s","the source prints UKHL5 without its space"),
("austin-ibid","austin | austin","ibid.","1.2.1",IALS,"s",""),
("austin-later","austin | - | austin@paragraph 34, 39, 43-47","*Austin* (n 1) [34], [39], [43]–[47].","1.2.1, 2.1.2",N,"s",ITAL),
("phelps-first","phelps","*Phelps v Hillingdon LBC* [2001] 2 AC 619 (HL).","2.1.1",SOL,"s","the source misspells Hillingdon"),
("phelps-ibid","phelps | phelps","ibid.","1.2.1",SOL,"s",""),
("phelps-later","phelps | 8- | phelps","*Phelps* (n 1).","1.2.1",SOL,"s",""),
("carlill-later","4- | carlill | - | carlill@page 258","*Carlill* (n 5) 258.","1.2.1",COV,"s",""),
("morris-page","morris@page 530-531","*R v Leeds County Court, ex p Morris* [1990] 1 QB 523 (QB) 530–31.","2.1.5, 2.1.6",N,"s","the notes print the court of the 5th edition, QBD; 2.1.5 has QB"),
("corr-page","corr@page 890","*Corr v IBC Vehicles Ltd* [2008] UKHL 13, [2008] 1 AC 884, 890.","2.1.6: a page behind a citation without a closing bracket takes a comma",N,"s","the rule in words; applied to the example of 2.1.1"),
("stubbs-first","stubbs","*Stubbs v Sayer* (CA, 8 November 1990).","2.1.4",N,"s",""),
("henly-first","henly","*Henly v Mayor of Lyme* (1828) 5 Bing 91, 107; 130 ER 995, 1001.","2.1.9",ER,"s","the pages stand in the report as recorded"),
("sgr-paragraph","sgr@paragraph 22 + citing *Miles*","*SG&R Valuation Service Co LLC v Boudrais et al* [2008] EWHC 1340, [2008] IRLR 770 [22] citing *Miles*.","Oxford FAQ: a judgment that cites another",PORT,"s","the judgment cited is left out but for its name"),
("two-cases","grondona; henderson","*Grondona v Stoffel & Co* [2020] UKSC 42, [2021] AC 540; *Henderson v Dorset Healthcare University NHS Foundation Trust* [2020] UKSC 43, [2021] AC 563.","1.1: semicolons, a stop at the end",N,"s","the example is given for the 5th edition, the rule for both"),
("see-also-sentence","corr; see also > callery","*Corr v IBC Vehicles Ltd* [2008] UKHL 13, [2008] 1 AC 884. See also *Callery v Gray* [2001] EWCA Civ 1117, [2001] 1 WLR 2112.","1.1.4: See also before the less relevant",PORTS,"s","the rule in words; applied to examples of 2.1"),
("no-ibid-behind-two","corr; callery | callery","*Callery* (n 1).","1.2.1: ibid only where the note before has one authority",PKG,"s","the rule in words; another guide allows it where all are meant"),
("book-ibid","21- | stevens | stevens@page 217-278","ibid 217–78.","1.2.1",IALS,"s","the source prints a hyphen; the dash by 1.3.2"),
("book-ibid-again","21- | stevens | stevens@page 217-278 | stevens@page 290","ibid 290.","1.2.1",IALS,"s",""),
("book-ibid-range","stevens | stevens@page 271-278","ibid 271–78.","1.2.1, 1.2.3",N,"s",""),
("pages-two-figures","corr@page 1782-1783","*Corr v IBC Vehicles Ltd* [2008] UKHL 13, [2008] 1 AC 884, 1782–83.","1.3.2",N,"s","the range of the rule in the example of 2.1.1"),
("pages-with-nought","corr@page 201-203","*Corr v IBC Vehicles Ltd* [2008] UKHL 13, [2008] 1 AC 884, 201–203.","1.3.2",N,"s","the range of the rule in the example of 2.1.1"),
("pages-of-two","corr@page 11-17","*Corr v IBC Vehicles Ltd* [2008] UKHL 13, [2008] 1 AC 884, 11–17.","1.3.2",N,"s","the range of the rule in the example of 2.1.1"),
("paragraphs-not-shortened","corr@paragraph 120-123","*Corr v IBC Vehicles Ltd* [2008] UKHL 13, [2008] 1 AC 884 [120]–[123].","1.3.2",N,"s","the range of the rule in the example of 2.1.1"),
("hra-first","hra@section 2","Human Rights Act 1998, s 2.","2.4.1, 2.4.2",N,"s",""),
("hra-again","hra@section 2 | - | hra@section 6","Human Rights Act 1998, s 6","1.2.1: in full again without a declared short form",SUB,"s",""),
("nia-first","31- | nia@section 7(1)","Nuclear Installations Act 1965 (NIA 1965) s 7(1).","1.2.1",SOL,"s",""),
("nia-later","31- | nia@section 7(1) | 7- | nia@section 12","NIA 1965, s 12.","1.2.1",SOL,"s",""),
("attempts-sections","attempts@section 1(1) and 4(3)","Criminal Attempts Act 1981, ss 1(1) and 4(3).","2.4.2",N,"s",""),
("eggs-regulation","eggs@regulation 7(2)","Eggs and Chicks (England) Regulations 2009, SI 2009/2163, reg 7(2).","2.5.1, 2.5.2",N,"s",""),
("tuna-first","tuna","Council Regulation (EC) 1984/2003 of 8 April 2003 introducing a system for the statistical monitoring of trade in bluefin tuna, swordfish and big eye tuna within the Community [2003] OJ L295/1.","2.6.1",RGU,"s",""),
("fever-first","fever","Council Directive 2002/60/EC of 27 June 2002 laying down specific provisions for the control of African swine fever and amending Directive 92/119/EEC as regards Teschen disease and African swine fever [2002] OJ L192/27.","2.6.1",RGU,"s",""),
("iran-first","iran","Council Decision (CFSP) 2015/236 of 12 February 2015 amending Decision 2010/413/CFSP concerning restrictive measures against Iran [2015] OJ L39/18","Oxford FAQ: numbers of acts from 1 January 2015",FAQ,"r",""),
("bank-first","bank","Council Regulation (EU) 2015/159 of 27 January 2015 amending Regulation (EC) No 2532/98 concerning the powers of the European Central Bank to impose sanctions [2015] OJ L27/1","Oxford FAQ: numbers of acts from 1 January 2015",FAQ,"r",""),
("teu-first","teu","Consolidated Version of the Treaty on European Union [2008] OJ C115/13.","2.6.1",RGU,"s",""),
("teu-later","teu | - | teu@article 3","TEU, art 3","2.6.1 (page 29)",PKG,"s",""),
("tfeu-first","tfeu","Consolidated versions of the Treaty on European Union and the Treaty on the Functioning of the European Union [2016] OJ C202/1 (TFEU).","2.6.1",UWLE,"s",""),
("reg1206-later","reg1206 | - | reg1206@article 17(1)","Council Reg 1206/2001, art 17(1).","2.6.1",N,"s",""),
("commission-ecli","commission","Case C-176/03 *Commission v Council* EU:C:2005:542, [2005] ECR I-7879.","Oxford FAQ: ECLI as a neutral citation",FAQ,"r",""),
("commission-paragraphs","commission_ecr@paragraph 47-48","Case C–176/03 *Commission v Council* [2005] ECR I–7879, paras 47–48","2.6.2",N,"s",""),
("omojudi-first","omojudi","*Omojudi v UK* (2009) 51 EHRR 10.","2.7.1",RGUE,"s",""),
("osman-first","osman","*Osman v UK* ECHR 1998–VIII 3124.","2.7.1",RGUE,"s",""),
("balogh-first","balogh","*Balogh v Hungary* App no 47940/99 (ECtHR, 20 July 2004).","2.7.1",RGUE,"s",""),
("animal-first","animal","*Animal Defenders International v United Kingdom* App no 48876/08 (ECtHR, 22 April 2013).","2.7.1",SWAN,"s",""),
("omojudi-paragraph","omojudi@paragraph 3","*Omojudi v UK* (2009) 51 EHRR 10, para 3.","2.7.1",SWAN,"s",""),
("balogh-paragraph","balogh@paragraph 28","*Balogh v Hungary* App no 47940/99 (ECtHR, 20 July 2004), para 28","2.7.1",BOURE,"s",""),
("iccpr-first","iccpr@article 7","International Covenant on Civil and Political Rights (adopted 16 December 1966, entered into force 23 March 1976) 999 UNTS 171 (ICCPR) art 7","2006, IV A 1",UWL,"s",""),
("refugee-first","refugee@article 33","Convention Relating to the Status of Refugees (adopted 28 July 1951, entered into force 22 April 1954) 189 UNTS 137 (Refugee Convention) art 33","2006, IV A 1",UWL,"s",""),
("iccpr-later","iccpr | 3- | iccpr","ICCPR","2006, IV A 1: the short title alone",ICE,"s","the rule in words"),
("echr-first","echr@article 2(1)","Convention for the Protection of Human Rights and Fundamental Freedoms (European Convention on Human Rights, as amended) (ECHR) art 2(1)","2006, IV A 2(a)",UWLE,"s",""),
("udhr-first","udhr@article 5","Universal Declaration of Human Rights (adopted 10 December 1948) UNGA Res 217 A(III) (UDHR) art 5","2006, IV A 1",UWL,"s","the source lacks the bracket behind the date"),
("corfu-first","corfu","*Corfu Channel Case (UK v Albania)* (Merits) [1949] ICJ Rep 4","2006, IV B 1",SOAS,"s","the source prints [4]: the page of the report is 4"),
("namibia-first","namibia","*Legal Consequences for States of the Continued Presence of South Africa in Namibia (South West Africa) notwithstanding Security Council Resolution 276 (1970)* (Advisory Opinion) [1971] ICJ Rep 16","2006, IV B 1",GIC,"s","the source prints page 71; the report begins at 16"),
("tadic-first","tadic","*Tadic Case* (Judgment) ICTY-94-1 (26 January 2000)","2006, IV B 2",SOAS,"s",""),
("akayesu-first","akayesu","*Prosecutor v Akayesu* (Judgment) ICTR-96-4-T, T Ch I (2 September 1998)","2006, IV B 2",GIC,"s","the stop behind v is the guide's: OSCOLA has none"),
("ga51-first","ga51","UNGA Res 51/210 (17 December 1996) UN Doc A/RES/51/210","2006, IV C 1",UWL,"s",""),
("ga3314-first","ga3314","UNGA Res 3314 (XXIX) (14 December 1974)","2006, IV C 1",UWL,"s",""),
("ga1514-first","ga1514","Declaration on the Granting of Independence to Colonial Countries and Peoples, UNGA Res 1514 (XV) (14 December 1960)","2006, IV C 1",UWL,"s","the source shortens the month and adds the votes"),
("sc1373-first","sc1373","UNSC Res 1373 (28 September 2001) UN Doc S/RES/1373","2006, IV C 1",GIU,"s",""),
("roe-first","roe@page 163-164","*Roe v Wade* 410 US 113, 163–64 (1973).","2.8",RGUC,"s",""),
("henningsen-first","henningsen","*Henningsen v Bloomfield Motors Inc* 161 A 2d 69 (NJ 1960).","2.8",RGUC,"s",""),
("accident-first","accident","Accident Compensation Act 1972 (NZ).","2.8",N,"s",""),
("hra-ibid","hra@section 6 | hra@section 7","ibid s 7","","","i","ibid is for every kind (IALS); form as in ibid 271–78"),
("see-ibid","corr | see > corr","See ibid.","","","i",""),
("balogh-later","4- | balogh | - | balogh@paragraph 28","*Balogh* (n 5), para 28","","","i","whether the comma stays behind the bracket was not found"),
("refugee-later","refugee@article 33 | - | refugee@article 33","Refugee Convention, art 33","","","i","as the legislation of 1.2.1"),
("penalties-first","penalties","Penalties for Disorderly Behaviour (Amendment of Minimum Age) Order 2004, SI 2004/3166","","","i",""),
("scheldt-first","scheldt","International Agreement on the Scheldt (Belgium–France–Netherlands) (opened for signature 1 December 2002, entered into force 1 December 2005) 2351 UNTS 13","","","i","the package has signed in place of opened for signature"),
("lubanga-first","lubanga","*Prosecutor v Lubanga* (Judgment) ICC-01/04-01/06 (14 March 2012)","","","i","as the tribunals of 2006, IV B 2"),
("lubanga-later","lubanga | - | lubanga@paragraph 603","*Lubanga* (n 1) [603]","","","i",""),
("corfu-later","corfu | 4- | corfu@page 22","*Corfu Channel Case* (n 1) 22","","","i",""),
("ga51-later","3- | ga51 | - | ga51","UNGA Res 51/210 (n 4)","","","i","the package: the number serves as short title"),
("hrc16-first","hrc16","UNHRC Res 16/16 (24 March 2011) UN Doc A/HRC/RES/16/16","","","i",""),
("special-committee-first","special_committee","UNGA, ‘Report of the Special Committee on Principles of International Law Concerning Friendly Relations and Cooperation Among States’ (1970) UN Doc A/8018","","","i","sources differ on the comma behind the body"),
("comment36-first","comment36","UN Human Rights Committee, ‘General Comment No 36’ (3 September 2019) UN Doc CCPR/C/GC/36","","","i",""),
("alzery-first","alzery@paragraph 11.3","*Alzery v Sweden* UN Doc CCPR/C/88/D/1416/2005, para 11.3","","","i",""),
("charter-first","charter@article 2(4)","Charter of the United Nations (adopted 26 June 1945, entered into force 24 October 1945) 1 UNTS XVI (UN Charter) art 2(4)","","","i",""),
("whole-behind-place","corr@paragraph 5 | corr","*Corr* (n 1)","","","i","ibid alone would mean paragraph 5 (CSL 1.0.2)"),
("same-place","corr@paragraph 5 | corr@paragraph 5","ibid","","","i",""),
]
S5="[S] https://github.com/citation-style-language/styles/pull/8115"
o5=[
("two-cases","grondona; henderson","*Grondona v Stoffel & Co* [2020] UKSC 42, [2021] AC 540; *Henderson v Dorset Healthcare University NHS Foundation Trust* [2020] UKSC 43, [2021] AC 563.","1.1",N,"s",""),
("name-in-text","-robinson","[2018] UKSC 4, [2018] AC 736.","1.1.1: the name stands in the text",N,"s",""),
("cf-small","cf > nolan","cf Donal Nolan, ‘Deconstructing the Duty of Care’ (2013) 129 LQR 559.","1.1.5",N,"s",""),
("see-also-sentence","grondona; see also > henderson","*Grondona v Stoffel & Co* [2020] UKSC 42, [2021] AC 540. See also *Henderson v Dorset Healthcare University NHS Foundation Trust* [2020] UKSC 43, [2021] AC 563.","1.1.4, 1.1.5: See also begins a sentence",N,"s","the rule in words; applied to the example of 1.1"),
("corr-first","corr","*Corr v IBC Vehicles Ltd* [2008] UKHL 13, [2008] 1 AC 884.","2.1.1",N,"s",""),
("corr-next-note","corr | corr","*Corr* (n 1)","1.2.3: no ibid",SUB,"s",""),
("phelps-next-note","13- | phelps | phelps","*Phelps* (n 14).","1.2.1, 1.2.3: no ibid",N,"s","the example of 2.1.2 in the next note; "+ITAL),
("book-next-note","stevens | stevens@page 290","Stevens (n 1) 290.","1.2.1: no ibid",S5,"s","the rule in words; applied to a book"),
("phelps-later","13- | phelps | - | phelps","*Phelps* (n 14).","2.1.2",N,"s",ITAL),
("austin-later","austin | - | austin@paragraph 34, 39, 43-47","*Austin* (n 1) [34], [39], [43]–[47].","1.2.1",N,"s",ITAL),
("bunt-paragraphs","bunt@paragraph 1-37","*Bunt v Tilley* [2006] EWHC 407 (QB), [2006] 3 All ER 336 [1]–[37].","2.1.6",N,"s",""),
("arscott-judge","arscott@paragraph 27 + (Laws LJ)","*Arscott v The Coal Authority* [2004] EWCA Civ 892, [2005] Env LR 6 [27] (Laws LJ).","2.1.7",N,"s",""),
("beattie-pages","beattie@page 720, 723","*Beattie v E & F Beattie Ltd* [1938] Ch 708 (CA) 720, 723.","2.1.6",N,"s",""),
("morris-page","morris5@page 530-531","*R v Leeds County Court, ex p Morris* [1990] 1 QB 523 (QBD) 530–31.","2.1.6",N,"s",""),
("mirage-first","mirage","*Mirage Studios v Counter-feat Clothing Co Ltd* [1991] FSR 145 (Ch D) (‘*Ninja Turtles* case’).","2.1.2",N,"s",""),
("mirage-later","11- | mirage | - | mirage","*Ninja Turtles* case (n 12).","2.1.2",N,"s",""),
("stubbs-first","stubbs","*Stubbs v Sayer* (CA, 8 November 1990).","2.1.4",N,"s",""),
("roberts-first","roberts","*R (Roberts) v Parole Board* [2004] EWCA Civ 1031, [2005] QB 410.","2.1.2",N,"s",""),
("roberts-later","roberts | 2- | roberts@page 410","*Roberts* (n 1) 410.","2.1.2",N,"s",""),
("gable-first","gable","*Roberts v Gable* [2006] EWHC 1025 (QB), [2006] EMLR 23, affd [2007] EWCA Civ 721, [2008] QB 502.","2.1.8",N,"s","the appeal stands in the report as recorded"),
("sarah-first","sarah@section 1","Social Action, Responsibility and Heroism Act 2015 (‘SARAH’) s 1.","1.2.1",N,"s",""),
("sarah-later","sarah@section 1 | 5- | sarah@section 2","SARAH, s 2.","1.2.1",N,"s",""),
("hra-next-note","hra_declared | hra_declared","HRA 1998","1.2.3: the short form again",SUB,"s",""),
("attempts-sections","attempts@section 1(1) and 4(3)","Criminal Attempts Act 1981, ss 1(1) and 4(3).","2.4.2",N,"s",""),
("offences-section","offences@section 1(1)(c)","Sexual Offences Act 2003, s 1(1)(c).","2.4.2",N,"s",""),
("water-first","water","Water Resources Act 1991 (UK).","2.4.1",N,"s",""),
("liability-first","liability","Civil Liability Act 2002 (NSW).","2.4.1",N,"s",""),
("accident-first","accident","Accident Compensation Act 1972 (NZ).","2.6.2",N,"s",""),
("climate-first","climate","Climate Change Act 2022 (Cth).","2.6.2",N,"s",""),
("harriton-first","harriton","*Harriton v Stephens* [2006] HCA 15, (2006) 226 CLR 52.","2.6.1",N,"s",""),
("russia-first","russia_regs","Russia (Sanctions) (EU Exit) Regulations 2019, SI 2019/855.","2.5.1",N,"s",""),
("eggs-regulation","eggs@regulation 7(2)","Eggs and Chicks (England) Regulations 2009, SI 2009/2163, reg 7(2).","2.5.2",N,"s",""),
("assimilated-first","rome_one","Assimilated Regulation (EC) No 593/2008 … on the law applicable to contractual obligations, as amended by SI 2019/834, reg 10 (‘Rome I Regulation (Assimilated)’).","2.4.9",N,"s",""),
("iccpr-first","iccpr@article 6","International Covenant on Civil and Political Rights (adopted 16 December 1966, entered into force 23 March 1976) 999 UNTS 171 (‘ICCPR’) art 6.","4.1.1",N,"s",""),
("unclos-later","unclos | 2- | unclos@article 101","UNCLOS, art 101.","4.1.1",N,"s",""),
("rome-next-note","rome@article 5 | rome@article 7","Rome Statute, art 7","1.2.3: the short form again",SUB,"s",""),
("rehabilitation-first","rehabilitation@article 1","Rehabilitation and Development Co-Operation Agreement (Australia–Nauru) (adopted and entered into force 5 May 1994) [1994] ATS 15, art 1.","4.1.1",N,"s",""),
("cybercrime-first","cybercrime","Convention on Cybercrime (opened for signature 23 November 2001, entered into force 1 July 2003) ETS No 185.","4.1.1",N,"s","the convention entered into force on 1 July 2004; the day is as the notes print it"),
("charter-first","charter@article 33","UN Charter, art 33.","4.2.1",N,"s",""),
("sc1373-first","sc1373","UNSC Res 1373 (28 September 2001) UN Doc S/RES/1373.","4.2.2",N,"s",""),
("friendly-first","friendly","UNGA Res 2625(XXV) (24 October 1970) UN Doc A/RES/2625(XXV) annex (‘Friendly Relations Declaration’).","4.2.2",N,"s","the annex is recorded with the symbol"),
("ilc-first","ilc","ILC, ‘Third Report on General Principles of Law …’ (18 April 2022) UN Doc A/CN.4/753.","4.2.2",N,"s",""),
("corfu-first","corfu5","*Corfu Channel* (UK v Albania) (Merits) (Judgment) [1949] ICJ Rep 4.","4.3.1",N,"s","the notes print the parties here in italics and in the next example not; by their words only the name is"),
("assets-paragraphs","assets@paragraph 55-73","*Certain Iranian Assets* (Islamic Republic of Iran v USA) (Merits) (Judgment) ICJ Case No 164 (30 March 2023) [55]–[73].","4.3.1",N,"s",""),
("cms-first","cms","*CMS Gas Transmission Company v Argentina Republic* (Merits) (Award) ICSID Case No ARB/01/8 (12 May 2005).","4.3.5",N,"s",""),
("broniowski-first","broniowski","*Broniowski v Poland* (Merits) (Judgment) [GC] ECtHR App No 31443/96 (22 June 2004).","4.4.4",N,"s",""),
("ukraine-paragraph","ukraine@paragraph 826","*Ukraine and the Netherlands v Russia* (Jurisdiction and Admissibility) (Decision) [GC] ECtHR App Nos 8019/16, 43800/14 and 28525/20 (25 January 2023) [826].","4.4.4",N,"s",""),
("tuna-first","tuna5","Council Regulation (EC) No 1984/2003 of 8 April 2003 introducing … [2003] OJ L295/1.","4.4.1",N,"s",""),
("rome-one-later","rome1 | - | rome1@article 6","Rome I, art 6.","4.4.1",N,"s",""),
("reg1206-later","reg1206 | - | reg1206@article 17(1)","Council Reg 1206/2001, art 17(1).","4.4.1",N,"s",""),
("maastricht-first","maastricht","Consolidated Version of the Treaty on European Union [2020] OJ C202/1 (‘Maastricht Treaty’).","4.4.1",N,"s",""),
("schempp-paragraph","schempp@paragraph 19","Case C-403/03 *Schempp v Finanzamt* EU:C:2005:446 [19].","4.4.2",N,"s",""),
("pages-two-figures","beattie@page 1782-1783","*Beattie v E & F Beattie Ltd* [1938] Ch 708 (CA) 1782–83.","1.3.2",N,"s","the range of the rule in the example of 2.1.6"),
("pages-with-nought","beattie@page 201-203","*Beattie v E & F Beattie Ltd* [1938] Ch 708 (CA) 201–203.","1.3.2",N,"s","the range of the rule in the example of 2.1.6"),
("paragraphs-not-shortened","corr@paragraph 120-123","*Corr v IBC Vehicles Ltd* [2008] UKHL 13, [2008] 1 AC 884 [120]–[123].","1.3.2",N,"s","the range of the rule in the example of 2.1.1"),
("but-see","but see > corr","But see *Corr v IBC Vehicles Ltd* [2008] UKHL 13, [2008] 1 AC 884.","","","i","the notes do not list it: upright is by analogy, the capital by ordinary usage"),
("hra-again","hra@section 2 | - | hra@section 6","Human Rights Act 1998, s 6","","","i","the 5th edition is silent; carried over from the 4th"),
("friendly-later","friendly | - | friendly@paragraph 1","Friendly Relations Declaration, para 1","","","i",""),
("comment36-first","comment36","UN Human Rights Committee, ‘General Comment No 36’ (3 September 2019) UN Doc CCPR/C/GC/36","","","i","as the report of 4.2.2"),
("broniowski-later","3- | broniowski | - | broniowski@paragraph 12","*Broniowski* (n 4) [12]","","","i",""),
("lubanga-first","lubanga","*Prosecutor v Lubanga* (Judgment) ICC-01/04-01/06 (14 March 2012)","","","i","4.3.3 was not read; as in the 4th edition"),
("alzery-later","alzery | 4- | alzery@paragraph 11.5","*Alzery* (n 1), para 11.5","","","i",""),
]
IN="[P] indigobook/text docs/indigobook-2.0-alpha.html @48541b7a (The Indigo Book 2.0, CC0)"
DAV="[G] https://libguides.law.ucdavis.edu/c.php?g=1014499&p=7370559"
GSU="[G] https://libguides.law.gsu.edu/c.php?g=253407&p=1689857"
GITR="[G] https://libguides.graduateinstitute.ch/legal_citation/treaties"
GIB="[G] https://libguides.graduateinstitute.ch/legal_citation/bluebook/cases"
GIBU="[G] https://libguides.graduateinstitute.ch/legal_citation/bluebook/UN"
SUF="[G] https://lawguides.suffolk.edu/c.php?g=1287793&p=9613874"
SH="[G] https://shlawlibrary.libguides.com/EUBusinessLaw/citation-format"
CRE="[G] https://culibraries.creighton.edu/c.php?g=163415&p=1074463"
HAR="[G] https://asklib.law.harvard.edu/faq/400795"
NEU="[G] https://lawlibraryguides.neu.edu/bluebook/ForeignMaterials"
GW="[G] http://law.gwu.libguides.com/c.php?g=531700&p=3637799"
ROM="the source is for practitioners; in notes the full name of a case is upright (2.1)"
bb=[
("johnson-first","johnson@page 145","Johnson v. Phelan, 69 F.3d 144, 145 (7th Cir. 1995).","Bluebook 10",DAV,"s",""),
("johnson-id","johnson@page 145 | johnson@page 145","*Id.*","Bluebook 4.1",DAV,"s",""),
("johnson-id-page","17- | johnson@page 145 | johnson@page 15","*Id.* at 15.","Bluebook 4.1",DAV,"s",""),
("georgia-first","georgia@page 1513","Georgia v. Public.Resource.Org, Inc., 140 S. Ct. 1498, 1513 (2020).","Indigo R11",IN,"r",ROM),
("georgia-id","georgia@page 1198 | georgia@page 1200","*Id.* at 1200.","Indigo R15.3.2",IN,"r",""),
("fenton-later","fenton | - | fenton@page 219","*Fenton*, 233 N.E.2d at 219.","Indigo R15.2.2",IN,"r",""),
("carmel-first","carmel","United States v. Carmel, 548 F.3d 571 (7th Cir. 2008)","Indigo R15.2.3",IN,"r",ROM),
("carmel-later","carmel | 3- | carmel@page 573","*Carmel*, 548 F.3d at 573.","Indigo R15.2.3",IN,"r",""),
("memoirs-first","memoirs@page 418","A Book Named “John Cleland’s Memoirs of a Woman of Pleasure” v. Attorney Gen. of Mass., 383 U.S. 413, 418 (1966) [hereinafter *Memoirs*].","Indigo R15.2.4",IN,"r","Indigo alone has a comma behind hereinafter; "+ROM),
("memoirs-later","memoirs@page 418 | - | memoirs@page 418","*Memoirs*, 383 U.S. at 418.","Indigo R15.2.4",IN,"r","the comma behind a name is upright (2.1)"),
("five-notes-inside","johnson@page 145 | 4- | johnson@page 146","*Johnson*, 69 F.3d at 146.","Bluebook 10.9(a)",GSU,"s","the rule in words; short form as in Indigo R15.2.2"),
("five-notes-beyond","johnson@page 145 | 5- | johnson@page 146","Johnson v. Phelan, 69 F.3d 144, 146 (7th Cir. 1995).","Bluebook 10.9(a)",GSU,"s","the rule in words"),
("five-notes-id-counts","johnson@page 145 | johnson@page 145 | 4- | johnson@page 146","*Johnson*, 69 F.3d at 146.","Bluebook 10.9(a): in full or short form, id. included",GSU,"s","the rule in words"),
("same-note","johnson@page 145; fenton; johnson@page 146","Johnson v. Phelan, 69 F.3d 144, 145 (7th Cir. 1995); Fenton v. Quaboag Country Club, Inc., 233 N.E.2d 216 (Mass. 1968); *Johnson*, 69 F.3d at 146.","Bluebook 10.9(a): the short form in the same note",GSU,"s","the rule in words"),
("no-id-behind-two","carmel; fenton | fenton@page 219","*Fenton*, 233 N.E.2d at 219.","Bluebook 4.1: id. only where the note before has one authority",DAV,"s","the rule in words; short form of Indigo R15.2.2"),
("see-nix","see > nix","*See* Nix v. Heden, 149 U.S. 304 (1893).","Indigo R4.5.1",IN,"r",ROM),
("see-eg-nix","see, e.g., > nix","*See*, *e.g.*, Nix v. Heden, 149 U.S. 304 (1893)","Indigo R4.5.2: the commas upright",IN,"r","the example stands within a sentence; "+ROM),
("lunsford-see-also","lunsford@page 83; see also > bennett@page 117","Lunsford v. Western States Life Ins., 908 P.2d 79, 83 (Colo. 1995); *see also* Bennett v. Allstate Ins. Co., 722 A.2d 115, 117 (N.J. Super. Ct. App. Div. 1998)","Indigo R4.3, R4.6.5",IN,"r",ROM),
("hicks-but-see","hicks@page 329; but see > king@page 462-463","Arizona v. Hicks, 480 U.S. 321, 329 (1987). *But see* Maryland v. King, 569 U.S. 435, 462-63 (2013)","Indigo R4.3",IN,"r","the source prints 462-463; two figures by R5.1.2; "+ROM),
("in-re-paragraph","in_re_na@paragraph 11","In re N.A., 2021-NCCOA-2, ¶ 11.","Indigo R5.3",IN,"r","in notes the whole name is upright"),
("pages-two-figures","georgia@page 1240-1241","Georgia v. Public.Resource.Org, Inc., 140 S. Ct. 1498, 1240-41 (2020).","Indigo R5.1.2",IN,"r","the range of the rule in the example of R11"),
("note-of-page","georgia@page 1239 n.270","Georgia v. Public.Resource.Org, Inc., 140 S. Ct. 1498, 1239 n.270 (2020).","Indigo R5.1.3",IN,"r","the place of the rule in the example of R11"),
("vats-later","4- | vats | - | vats@page 100","Vats, *supra* note 5, at 100.","Indigo R6.2.3",IN,"r",""),
("buxbaum-no-id","19- | buxbaum; vats@page 3 | buxbaum@page 64","Buxbaum, *supra* note 20, at 64.","Bluebook 4.1, 4.2",DAV,"s","the work beside it is another than in the source"),
("usc-first","usc1030","18 U.S.C. § 1030.","Indigo R16.1.1",IN,"r",""),
("usc-sections","food_drug","Federal Food, Drug, and Cosmetic Act, 21 U.S.C. §§ 301-399i.","Indigo R16.1.1",IN,"r",""),
("usc-id","usc7101 | usc7101","*Id.*","Indigo R22.2",IN,"r",""),
("usc-id-section","usc7101 | usc7101 | usc7101@section 7102(26)","*Id.* § 7102(26).","Indigo R22.2: no at before a section",IN,"r",""),
("cfr-id-section","cfr9@section 54.1 | cfr9@section 151.9","*Id.* § 151.9.","Indigo R22.2",IN,"r",""),
("usc-range","usc2000ff@section 2000ff to 2000ff-11","42 U.S.C. §§ 2000ff to 2000ff-11.","Indigo R5.2.3: sections are not shortened",IN,"r",""),
("care-first","care@section 1101","Patient Protection and Affordable Care Act, Pub. L. No. 111-148, § 1101, 124 Stat. 119 (2010).","Indigo R16.1.7",IN,"r","without the pages of the section in the statutes, 141-43: one place has one number"),
("sponsor-first","sponsor","Family Sponsor Immigration Act of 2002, Pub. L. No. 107-150, 116 Stat. 74.","Indigo R16.1.7: no year where the name has it",IN,"r",""),
("first-step-later","first_step | - | first_step@section 401","First Step Act of 2018 § 401.","Indigo R16.2",IN,"r",""),
("order-first","order13415","Exec. Order No. 13415, 3 C.F.R. 247 (2007)","Bluebook 14",GW,"s",""),
("cites-first","cites","Convention on International Trade in Endangered Species of Wild Fauna and Flora, Mar. 3, 1973, 993 U.N.T.S. 243 [hereinafter CITES].","Bluebook 21.4",GITR,"s","the source prints March 3rd: months by table T12"),
("uruguay-article","uruguay@article 6","Treaty Between the United States of America and the Republic of Uruguay Concerning the Encouragement and Reciprocal Protection of Investment art. 6, Oct. 25, 2004, 44 I.L.M. 268.","Bluebook 21.4",GITR,"s",""),
("nicaragua-paragraph","nicaragua@paragraph 190","Military and Paramilitary Activities in and Against Nicaragua (Nicar. v. U.S.), Judgment, 1986 I.C.J. Rep. 14, ¶ 190 (June 27).","Bluebook 21.5.1",SUF,"s",""),
("kayishema-paragraph","kayishema@paragraph 126","Prosecutor v. Kayishema & Ruzindana, Case No. ICTR 95-1-T, Judgment ¶ 126 (May 21, 1999)","Bluebook 21.5.7",GIB,"s","the source lacks the space behind No."),
("bemba-paragraph","bemba@paragraph 22","Prosecutor v. Jean-Pierre Bemba Gombo, Case No. ICC-01/05-01/08, Warrant of Arrest ¶ 22 (May 23, 2008)","Bluebook 21.5.7",GIB,"s","the source lacks two spaces and goes on with an address"),
("kampanis-page","kampanis@page 35","Kampanis v. Greece, 318 Eur. Ct. H.R. 29, 35 (1995)","Bluebook 21.5.3",GIB,"s","the source lacks the spaces"),
("commission-page","y_netherlands@page 358","Y. v. Netherlands, App. No. 7245/32, 32 Eur. Comm’n H.R. Dec. & Rep. 345, 358 (1982)","Bluebook 21.5.3",GIB,"s","the source lacks the spaces"),
("charter-article","charter@article 2, para. 4","U.N. Charter art. 2, para. 4.","Bluebook 21.7",GIBU,"s","the source lacks the space behind para."),
("ga62-paragraph","ga62@paragraph 35","G.A. Res. 62/228, ¶ 35, U.N. Doc. A/RES/62/228 (Dec. 22, 2007)","Bluebook 21.7.2",GIBU,"s",""),
("sc1325-paragraph","sc1325@paragraph 8","S.C. Res. 1325, ¶ 8, U.N. Doc. S/RES/1325 (Oct. 31, 2000)","Bluebook 21.7.2",GIBU,"s","the source lacks the spaces"),
("dir476-article","dir476@article 5","Council Directive 90/476, art. 5, 1990 O.J. (L 266) 1.","Bluebook 21.9",SH,"s","without the page of the article, 2"),
("fruits-first","fruits","Council Regulation 1355/2008, Imposing a Definitive Anti-dumping Duty and Collecting Definitively the Provisional Duty Imposed on Imports of Certain Prepared or Preserved Fruits, 2009 O.J. (L 47) 35.","Bluebook 21.9",CRE,"s","the source misspells Definitive; year and number of the journal are the guide's"),
("training-first","training","Council Decision 2008/336, Appointing and Replacing Members of the Governing Board of the European Centre for the Development of Vocational Training, 2008 O.J. (L 115) 32.","Bluebook 21.9",CRE,"s",""),
("leader-first","leader","Case T-198/98, Micro Leader Bus. v. Comm’n, 1999 E.C.R. II-3989.","Bluebook 21.5.2",SH,"s","with Case, as another guide has it (Suffolk)"),
("parteien-section","parteien@section 2","Gesetz über die Politischen Parteien (PartG) [Political Parties Act], Jan. 31, 1994, BGBl. I at 149, § 2 (Ger.).","Bluebook 20.2.2, 20.5.2",HAR,"s",""),
("swiss-article","swiss_code@article 108","Swiss Civil Procedure Code, Dec. 19, 2008, SR 272, art. 108 (Switz.), https://www.fedlex.admin.ch/eli/cc/2010/262/en#art_108.","Bluebook 20.2.5",HAR,"s",""),
("consumer-section","consumer@section 6(2)(a)","The Consumer Protection Act, 2019, § 6(2)(a) (India).","Bluebook 20.5.1",NEU,"s","the source lacks the space behind §"),
("emergency-first","emergency","Emergency Powers Act, 1976 (Act No. 33/1976) (Ir.).","Bluebook 20.5.1",NEU,"s",""),
("lockwood-first","lockwood","R. v. Lockwood (1782) 99 Eng. Rep. 379 (KB).","Bluebook 20.3.1",NEU,"s",""),
("cites-later","2- | cites | 3- | cites@article 4","CITES, *supra* note 3, art. 4.","","","i","supra is for treaties (Temple list); comma and order derived"),
("cites-later-whole","cites | - | cites","CITES, *supra* note 1","","","i",""),
("cites-id","cites@article 3 | cites@article 4","*Id.* art. 4.","","","i","as Id. before a section (Indigo R22.2)"),
("see-id","johnson@page 145 | see > johnson@page 147","*See* *id.* at 147.","","","i","small behind a signal, by ordinary usage"),
("sc1325-later","8- | sc1325 | - | sc1325@paragraph 8","S.C. Res. 1325, *supra* note 9, ¶ 8.","","","i",""),
("hrc16-first","hrc16@paragraph 1","Human Rights Council Res. 16/16, ¶ 1, U.N. Doc. A/HRC/RES/16/16 (Mar. 24, 2011)","","","i",""),
("order-later","order13415 | - | order13415","Exec. Order No. 13415","","","i","later form of executive orders not found"),
("comment36-later","comment36 | 2- | comment36@paragraph 12","General Comment No. 36, *supra* note 1, ¶ 12","","","i",""),
("udhr-first","udhr@article 5","Universal Declaration of Human Rights art. 5, G.A. Res. 217 A(III) (Dec. 10, 1948) [hereinafter UDHR]","","","i",""),
]
AHRC="[D] lszoszk/generalcomments docs/sp/shards/sp_SR_Human_Rights_Defenders.json (text of A/66/203)"
A55="[D] lszoszk/generalcomments docs/sp/shards/sp_SR_Human_Rights_Defenders.json (text of A/HRC/55/50)"
A51="[D] lszoszk/generalcomments docs/sp/shards/sp_WG_Arbitrary_Detention.json (text of A/HRC/51/29)"
A47="[D] lszoszk/generalcomments docs/sp/shards/sp_WG_Arbitrary_Detention.json (text of A/HRC/16/47)"
C39="[D] lszoszk/generalcomments docs/jur/shards/jur_CCPR_2022-2023.json (text of CCPR/C/139/D/4170/2022)"
M5="[P] https://www.un.org/dgacm/en/content/editorial-manual/footnotes/chap-05"
MR="[P] http://un.org/dgacm/en/content/editorial-manual/res-dec-sys-ident"
R6="[D] GitHub file id 47181869881 (footnotes of A/RES/80/1 and A/RES/80/6)"
CT="[D] lszoszk/generalcomments docs/sp/shards/sp_SR_Counter_Terrorism.json (text of A/HRC/16/51)"
GH="[D] GitHub file id 24177144 (footnotes of a United Nations document on Ghana, 1999)"
TS="the transcription has no italics; those of the series stay, as of other titles of publications"
un=[
("a74-first","a74","A/74/89.","Editorial Manual, footnotes V.A: the symbol alone where the text has the title",M5,"r",""),
("a74112-again","- | a74112 | 2- | a74112","A/74/112.","Editorial Manual, footnotes V.A: a new note with the same text",M5,"r",""),
("a58-see","see > a58","See A/58/874.","practice: A/RES/80/6",R6,"s",""),
("report-paragraph","17- | opinion_report@paragraph 119","Report of the Special Rapporteur on the promotion and protection of the right to freedom of opinion and expression (A/HRC/14/23, para. 119).","practice: A/66/203, note 18",AHRC,"s",""),
("report-ibid","17- | opinion_report@paragraph 119 | opinion_report@paragraph 120","Ibid., para. 120.","practice: A/66/203, note 19",AHRC,"s",""),
("hrc50-paragraph","28- | hrc50@paragraph 38","A/HRC/50/25, para. 38.","practice: A/HRC/55/50, note 29",A55,"s",""),
("hrc51-see","12- | see > hrc51","See A/HRC/51/29/Add.1.","practice: A/HRC/51/29, note 13",A51,"s",""),
("ga60-annex","ga60@annex","General Assembly resolution 60/288, annex.","practice: A/HRC/16/51, note 1",CT,"s",""),
("ga3363-first","ga3363","General Assembly resolution 3363 (XXX)","Editorial Manual, resolutions I.A and I.B",MR,"r","the organ by I.A, the number by I.B"),
("ga31-first","ga31","General Assembly resolution 31/1","Editorial Manual, resolutions I.A and I.B",MR,"r","the organ by I.A, the number by I.B"),
("ga31a-first","ga31a","General Assembly resolution 31/16 A","Editorial Manual, resolutions I.A and I.B",MR,"r","the organ by I.A, the number by I.B"),
("hrc16-first","hrc16","Human Rights Council resolution 16/16","practice: A/HRC/27/49","[D] https://right-docs.org/doc/a-hrc-27-49","s",""),
("rome-series","-rome","United Nations, *Treaty Series*, vol. 2187, No. 38544.","practice: A/RES/80/6, note 1: the title stands in the text",R6,"s",TS),
("refugee-series","2- | -racial","United Nations, *Treaty Series*, vol. 189, No. 2545.","practice: the title stands in the text",GH,"s",TS),
("congo-paragraph","congo@paragraph 216","Case Concerning Armed Activities on the Territory of the Congo (Democratic Republic of Congo v. Uganda), Judgment of 19 December 2005, para. 216.","practice: A/HRC/16/47, note 12",A47,"s",""),
("wall-paragraph","wall@paragraph 106","Legal Consequences of the Construction of a Wall in the Occupied Palestinian Territory, Advisory Opinion of 9 July 2004, para. 106.","practice: A/HRC/16/47, note 11",A47,"s",""),
("maritime-paragraphs","maritime@paragraph 198-211","Maritime Delimitation in the Indian Ocean (Somalia v. Kenya), Judgment of 12 October 2021, *I.C.J. Reports 2021*, paras. 198–211.","practice of a paper","[D] GitHub file id 63006048198","s","no document of the United Nations; "+TS),
("alzery-and-valetov","21- | alzery@paragraph 11.3; valetov@paragraph 14.5","Alzery v. Sweden (CCPR/C/88/D/1416/2005), para. 11.3; and Valetov v. Kazakhstan (CCPR/C/110/D/2104/2011), para. 14.5.","practice: CCPR/C/139/D/4170/2022, note 22",C39,"s",""),
("alzery-later","alzery@paragraph 11.3; valetov@paragraph 14.5 | alzery@paragraph 11.5","Alzery v. Sweden, para. 11.5","practice: CCPR/C/139/D/4170/2022, note 23: no symbol, no number of a note",C39,"s","the first of several works in that note"),
("valetov-later","alzery@paragraph 11.3; valetov@paragraph 14.5 | 3- | valetov@paragraph 14.5","Valetov v. Kazakhstan, para. 14.5","practice: CCPR/C/139/D/4170/2022, note 23",C39,"s","the second of several works in that note"),
("z-later-abh-first","z_denmark | - | for example, > z_denmark@paragraph 6.5; abh@paragraph 9.4","For example, Z v. Denmark, para. 6.5; and A.B.H. v. Denmark (CCPR/C/126/D/2603/2015), para. 9.4.","practice: CCPR/C/139/D/4170/2022, note 18",C39,"s",""),
("sah-paragraphs","sah@paragraph 10.4-10.6","S.A.H. v. Denmark (CCPR/C/121/D/2419/2014), paras. 10.4–10.6","practice: CCPR/C/139/D/4170/2022, note 15",C39,"s",""),
("yusub-paragraphs","yusub@paragraph 12.7 and 12.8","Yusub v. Russian Federation (CCPR/C/138/D/2947/2017), paras. 12.7 and 12.8.","practice: CCPR/C/139/D/4170/2022, note 24",C39,"s",""),
("comment15-paragraph","11- | comment15@paragraph 9","General comment No. 15 (1986) on the position of aliens under the Covenant, para. 9.","practice: CCPR/C/139/D/4170/2022, note 12: a comment of the same body",C39,"s",""),
("comment15-ibid","11- | comment15@paragraph 9 | comment15@paragraph 7","Ibid., para. 7.","practice: CCPR/C/139/D/4170/2022, note 13",C39,"s",""),
("kuwait-paragraph","33- | kuwait@paragraph 39","CRC/C/KWT/CO/2, para. 39.","practice: A/HRC/55/50, note 34",A55,"s",""),
("vietnam-paragraph","34- | vietnam@paragraph 41","CRC/C/VNM/CO/3-4, para. 41.","practice: A/HRC/55/50, note 35",A55,"s",""),
("wgad45-first","see > wgad45","See opinion No. 45/2020, Mexico","practice: A/HRC/51/29, para. 29",A51,"s","in the text there; a signal before it here"),
("wgad86-first","wgad86","Opinion No. 86/2020, concerning Sheikh Mohammad bin Hassan Al Habib (Saudi Arabia)","practice: A/HRC/51/29, list",A51,"s",""),
("wgad51-later","wgad51 | - | see > wgad51","See opinion No. 51/2018","practice: A/HRC/51/29, note 11",A51,"s","a signal before it here"),
("kim-paragraph","25- | kim@paragraph 79","Supreme Court of New Zealand, Minister of Justice v. Kyung Yup Kim, Judgment, 13 April 2022 ([2022] NZSC 44), para. 79.","practice: CCPR/C/139/D/4170/2022, note 26",C39,"s",""),
("commentary-ibid","15- | commentary@paragraph 4429 | commentary@paragraph 3092 | commentary@paragraph 3092 | commentary@paragraph 4427","ICRC Commentary on Protocol II, para. 4429. | Ibid., para. 3092. | Ibid. | Ibid., para. 4427.","practice: A/HRC/16/47, notes 16 to 20",A47,"s","note 17, on Protocol I, is left out"),
("see-also-alzery","see also > alzery","See also Alzery v. Sweden (CCPR/C/88/D/1416/2005).","practice: upright, with a capital",C39,"s","the signal of note 14 before the work of note 22"),
("see-for-example","see, for example, > sah@paragraph 10.4","See, for example, S.A.H. v. Denmark (CCPR/C/121/D/2419/2014), para. 10.4","practice: See, for example, with its commas",C39,"s","the signal of note 16 before the work of note 15"),
("sc1325-first","sc1325@paragraph 8","Security Council resolution 1325, para. 8","","","i","the manual adds the year, as far as is known: 1325 (2000); its section was not read"),
("rome-first","rome@article 7","Rome Statute of the International Criminal Court, United Nations, *Treaty Series*, vol. 2187, No. 38544, art. 7","","","i",""),
("rome-later","rome@article 7 | 2- | rome@article 8","Rome Statute, art. 8","","","i",""),
("charter-first","charter@article 33","Charter of the United Nations, art. 33","","","i",""),
("comment31-first","comment31@paragraph 11","Human Rights Committee, general comment No. 31 (2004) on the nature of the general legal obligation imposed on States Parties to the Covenant, para. 11","","","i","in the manner of note 12; a document of 2011 has symbol and day"),
("comment31-later","comment31@paragraph 11 | - | comment31@paragraph 12","General comment No. 31, para. 12","","","i",""),
("letter-first","see > letter","See communication AL CAN 3/2026","","","i",""),
("balogh-first","balogh@paragraph 28","European Court of Human Rights, Balogh v. Hungary, Application No. 47940/99, 20 July 2004, para. 28","","","i",""),
("congo-later","congo@paragraph 216 | 2- | congo@paragraph 220","Case Concerning Armed Activities on the Territory of the Congo, para. 220","","","i",""),
("kuwait-later","kuwait@paragraph 39 | - | kuwait@paragraph 40","CRC/C/KWT/CO/2, para. 40","","","i",""),
("see-ibid","alzery@paragraph 11.3 | see > alzery@paragraph 11.5","See ibid., para. 11.5","","","i",""),
("udhr-first","udhr@article 5","Universal Declaration of Human Rights, General Assembly resolution 217 A(III), art. 5","","","i",""),
]
C={"s":"secondary","r":"read","i":"inferred"}
for name,rows in {"oscola-4":o4,"oscola-5":o5,"bluebook-21":bb,"un-plain":un}.items():
    with open(f"{name}.csv","w",encoding="utf-8",newline="") as f:
        w=csv.writer(f,lineterminator="\n")
        w.writerow("id notes expected rule source confidence remark".split())
        for r in rows:
            assert len(r)==7,r
            w.writerow([*r[:5],C[r[5]],r[6]])
    print(name,len(rows),sum(bool(r[3]) for r in rows))
