from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.dates.print_date import PrintDate
from corpus.dates.values import parse_date
from corpus.message import Message, message
from corpus.months import MONTHS
from search.language.days import EXAMPLES, DateError, check, period
from search.language.days.vocabulary import PARTS_OF_NAMES

TODAY = date(2025, 12, 5)  # a Friday
FIRST, LAST = 10101, 99991231
NUMBERS = st.sampled_from(
    ["2", "3", "31", "68", "2019", "2020", "1er", "xixe", "3/3", "18h", "2019-2021", "-", "1990s", "t1"]
)

PERIODS: list[tuple[str, int, int]] = [
    ("2025", 20250101, 20251231),
    ("2025-11", 20251101, 20251130),
    ("2024-02", 20240201, 20240229),
    ("2025-11-20", 20251120, 20251120),
    ("2025-1-5", 20250105, 20250105),
    ("2025/11/20", 20251120, 20251120),
    ("25/11/2025", 20251125, 20251125),
    ("25.11.2025", 20251125, 20251125),
    ("11/2025", 20251101, 20251130),
    ("2025-11-20..2025-12-01", 20251120, 20251201),
    ("2024..2025-06", 20240101, 20250630),
    ("2025..", 20250101, LAST),
    ("..2025", FIRST, 20251231),
    (">=2025", 20250101, LAST),
    (">2025-11", 20251201, LAST),
    ("<2025", FIRST, 20241231),
    ("<=2025-11-20", FIRST, 20251120),
    ("=2025", 20250101, 20251231),
    ("> 2025", 20260101, LAST),
    ("today", 20251205, 20251205),
    ("aujourd’hui", 20251205, 20251205),
    ("HIER", 20251204, 20251204),
    ("yesterday", 20251204, 20251204),
    ("avant-hier", 20251203, 20251203),
    ("semaine", 20251129, 20251205),
    ("week", 20251129, 20251205),
    ("mois", 20251106, 20251205),
    ("année", 20241206, 20251205),
    ("an", 20241206, 20251205),
    ("7j", 20251129, 20251205),
    ("7d", 20251129, 20251205),
    ("0j", 20251205, 20251205),
    ("1j", 20251205, 20251205),
    ("2s", 20251122, 20251205),
    ("2w", 20251122, 20251205),
    ("3m", 20250906, 20251205),
    ("1a", 20241206, 20251205),
    ("1y", 20241206, 20251205),
    ("99999a", FIRST, 20251205),
    ("99999j", 17520222, 20251205),
    ("..7j", FIRST, 20251129),
    ("7j..hier", 20251129, 20251204),
    (">7j", 20251130, LAST),
    ("<7j", FIRST, 20251128),
    ("2025-11..hier", 20251101, 20251204),
    ("novembre-2025", 20251101, 20251130),
    ("Novembre 2025", 20251101, 20251130),
    ("nov. 2025", 20251101, 20251130),
    ("déc 2025", 20251201, 20251231),
    ("DECEMBRE 2025", 20251201, 20251231),
    ("1er décembre 2025", 20251201, 20251201),
    ("1er-decembre-2025", 20251201, 20251201),
    ("20 sept. 2024", 20240920, 20240920),
    ("november 2025", 20251101, 20251130),
    ("November 20, 2025", 20251120, 20251120),
    ("2nd february 2025", 20250202, 20250202),
    ("20 novembre 2025 .. 1er décembre 2025", 20251120, 20251201),
    ("none", 0, 0),
    ("aucune", 0, 0),
    ("Sans", 0, 0),
]

REFUSALS: list[tuple[str, Message]] = [
    ("2025-13", message("query.no_month", month=13)),
    ("2025-0", message("query.no_month", month=0)),
    ("2025-02-30", message("query.no_day_in_month", month="2025-02", day=30)),
    ("31/04/2025", message("query.no_day_in_month", month="2025-04", day=31)),
    ("29 février 2025", message("query.no_day_in_month", month="2025-02", day=29)),
    ("0000", message("query.no_year_zero")),
    ("..", message("query.range_without_ends")),
    (">9999", message("query.no_day_beyond", sign=">", text="9999")),
    ("<0001", message("query.no_day_beyond", sign="<", text="0001")),
    ("31 avril", message("query.no_day_in_month", month="avril", day=31)),
    ("le 74", message("query.no_day", day=74)),
    ("deux trois", message("query.not_a_date", text="deux trois")),
    ("mars 2020 à", message("query.not_a_date", text="mars 2020 à")),
    ("5 à 7", message("query.not_a_date", text="5 à 7")),
    ("le mois il y a", message("query.not_a_date", text="le mois il y a")),
    ("lundi ce", message("query.not_a_date", text="lundi ce")),
    ("la", message("query.not_a_date", text="la")),
    ("lundi mardi", message("query.not_a_date", text="lundi mardi")),
    (
        "cinquième semaine de février 2021",
        message("query.not_a_date", text="cinquième semaine de février 2021"),
    ),
    ("veille de mars", message("query.not_a_date", text="veille de mars")),
    ("mars et juin 2020", message("query.two_dates", first="mars 2020", second="juin 2020")),
    ("", message("query.not_a_date", text="")),
    ("25", message("query.not_a_date", text="25")),
    ("20251320", message("query.no_month", month=13)),
    ("2020-99", message("query.no_month", month=99)),
    ("la nuit d’été Dernière", message("query.not_a_date", text="la nuit d'été Dernière")),
    ("mars, mai et juin 2020", message("query.not_a_date", text="mars, mai et juin 2020")),
    ("1er et années 20", message("query.not_a_date", text="1er et années 20")),
    ("7 et 12 août 2020", message("query.two_dates", first="7 août 2020", second="12 août 2020")),
    ("XIXe et XXIe siècles", message("query.two_dates", first="XIXe siècles", second="XXIe siècles")),
    ("lundi du mois dernier", message("query.not_a_date", text="lundi du mois dernier")),
    ("saison 2020", message("query.not_a_date", text="saison 2020")),
    ("les premiers jours", message("query.not_a_date", text="les premiers jours")),
    ("18 heures", message("query.not_a_date", text="18 heures")),
    ("2025--11", message("query.not_a_date", text="2025--11")),
    ("2025-11-20-3", message("query.not_a_date", text="2025-11-20-3")),
    ("2025-11-x", message("query.not_a_date", text="2025-11-x")),
    ("9" * 90, message("query.not_a_date", text="9" * 40 + "…")),
]


SAID: list[tuple[str, int, int]] = [
    # today and its neighbours; the time of day counts for nothing
    ("demain", 20251206, 20251206),
    ("après-demain", 20251207, 20251207),
    ("the day before yesterday", 20251203, 20251203),
    ("hier soir", 20251204, 20251204),
    ("ce matin", 20251205, 20251205),
    ("cette nuit", 20251205, 20251205),
    ("last night", 20251204, 20251204),
    ("mercredi vers 18h30", 20251203, 20251203),
    ("le 28 novembre en fin d’après-midi", 20251128, 20251128),
    ("le 28 à dix-huit heures trente", 20251128, 20251128),
    # weekdays: the nearest past, today included
    ("vendredi", 20251205, 20251205),
    ("vendredi dernier", 20251128, 20251128),
    ("vendredi prochain", 20251212, 20251212),
    ("samedi", 20251129, 20251129),
    ("ce mardi", 20251202, 20251202),
    ("mardi-dernier", 20251202, 20251202),
    ("last tuesday", 20251202, 20251202),
    ("next tuesday", 20251209, 20251209),
    ("jeudi de la semaine dernière", 20251127, 20251127),
    ("lundi cette semaine", 20251201, 20251201),
    ("mardi en huit", 20251216, 20251216),
    ("jeudi 20 novembre 2025", 20251120, 20251120),
    ("jeudi 20", 20251120, 20251120),
    ("jeudi 14 novembre", 20241114, 20241114),
    ("sam. 29 nov.", 20251129, 20251129),
    ("vendredi 13", 20250613, 20250613),
    # weeks, months, years
    ("semaine dernière", 20251124, 20251130),
    ("la semaine passée", 20251124, 20251130),
    ("cette semaine", 20251201, 20251207),
    ("next week", 20251208, 20251214),
    ("la semaine du 12 novembre", 20251110, 20251116),
    ("the week of november 12", 20251110, 20251116),
    ("la semaine de Noël 2023", 20231225, 20231231),
    ("semaine 2 2025", 20250106, 20250112),
    ("ce week-end", 20251129, 20251130),
    ("le weekend du 15 novembre", 20251115, 20251116),
    ("ce mois-ci", 20251201, 20251231),
    ("le mois dernier", 20251101, 20251130),
    ("le mois prochain", 20260101, 20260131),
    ("l’an dernier", 20240101, 20241231),
    ("l’année prochaine", 20260101, 20261231),
    ("cette année", 20250101, 20251231),
    ("le trimestre dernier", 20250701, 20250930),
    ("l’an 2000", 20000101, 20001231),
    # distances
    ("il y a trois semaines", 20251114, 20251114),
    ("three weeks ago", 20251114, 20251114),
    ("a week ago", 20251128, 20251128),
    ("il y a quinze jours", 20251120, 20251120),
    ("il y a sept jours", 20251128, 20251128),
    ("il y a six mois", 20250605, 20250605),
    ("il y a un an", 20241201, 20241231),
    ("dans 3 jours", 20251208, 20251208),
    ("3 derniers mois", 20250906, 20251205),
    ("les trois derniers mois", 20250906, 20251205),
    ("au cours des 3 derniers mois", 20250906, 20251205),
    ("past 3 months", 20250906, 20251205),
    ("last three months", 20250906, 20251205),
    ("les vingt et un derniers jours", 20251115, 20251205),
    ("ces dernières 48 heures", 20251203, 20251205),
    ("2 semaines passées", 20251122, 20251205),
    ("2 prochaines semaines", 20251206, 20251219),
    ("3 mois", 20250906, 20251205),
    # days without their year or month
    ("le 2 mars", 20250302, 20250302),
    ("24 décembre", 20241224, 20241224),
    ("deux mars", 20250302, 20250302),
    ("le premier mars", 20250301, 20250301),
    ("le sept mars", 20250307, 20250307),
    ("7 sept.", 20250907, 20250907),
    ("march 2nd", 20250302, 20250302),
    ("29 février", 20240229, 20240229),
    ("le 3", 20251203, 20251203),
    ("le 31", 20251031, 20251031),
    ("3/3", 20250303, 20250303),
    ("le 3/12", 20251203, 20251203),
    ("17 02 2014", 20140217, 20140217),
    ("3/3/98", 19980303, 19980303),
    ("mars", 20250301, 20250331),
    ("décembre", 20251201, 20251231),
    ("mars dernier", 20250301, 20250331),
    ("décembre dernier", 20241201, 20241231),
    ("au mois de mars 2020", 20200301, 20200331),
    ("courant mars", 20250301, 20250331),
    ("mai 68", 19680501, 19680531),
    # parts
    ("début 2024", 20240101, 20240331),
    ("mi-2024", 20240501, 20240831),
    ("fin 2023", 20231001, 20231231),
    ("début mars", 20250301, 20250310),
    ("mi-mars 2021", 20210311, 20210320),
    ("fin février 2024", 20240221, 20240229),
    ("late february 2024", 20240221, 20240229),
    ("début de semaine", 20251201, 20251202),
    ("fin de semaine", 20251205, 20251207),
    ("early 2024", 20240101, 20240331),
    ("début des années 90", 19900101, 19921231),
    ("1er trimestre 2024", 20240101, 20240331),
    ("T4 2024", 20241001, 20241231),
    ("q2 2024", 20240401, 20240630),
    ("premier semestre 2023", 20230101, 20230630),
    ("deuxième trimestre", 20250401, 20250630),
    ("dernier trimestre 2024", 20241001, 20241231),
    ("première quinzaine d’avril 2022", 20220401, 20220415),
    ("dernier week-end de mars 2022", 20220326, 20220327),
    ("premier lundi de mars 2022", 20220307, 20220307),
    ("deuxième semaine de mars 2022", 20220314, 20220320),
    ("le dernier jour de février 2024", 20240229, 20240229),
    # seasons, of whole months
    ("été 2023", 20230601, 20230831),
    ("hiver 2020", 20191201, 20200229),
    ("hiver 2019-2020", 20191201, 20200229),
    ("hiver 2019/2020", 20191201, 20200229),
    ("l’été dernier", 20250601, 20250831),
    ("l’hiver dernier", 20241201, 20250228),
    ("winter 2020", 20191201, 20200229),
    # feasts
    ("Noël", 20241225, 20241225),
    ("Noël 2023", 20231225, 20231225),
    ("christmas eve 2023", 20231224, 20231224),
    ("la veille de Noël", 20241224, 20241224),
    ("le lendemain du 14 juillet 2020", 20200715, 20200715),
    ("la Toussaint", 20251101, 20251101),
    ("jour de l’an 2024", 20240101, 20240101),
    ("le jour de l’Armistice", 20251111, 20251111),
    ("Saint-Sylvestre 2022", 20221231, 20221231),
    ("réveillon", 20241231, 20241231),
    ("fête du Travail", 20250501, 20250501),
    ("Assomption 2021", 20210815, 20210815),
    ("Épiphanie", 20250106, 20250106),
    ("Pâques 2021", 20210404, 20210404),
    ("lundi de Pâques 2024", 20240401, 20240401),
    ("Ascension 2023", 20230518, 20230518),
    ("Pentecôte 2022", 20220605, 20220605),
    ("good friday 2024", 20240329, 20240329),
    # long times
    ("années 1990", 19900101, 19991231),
    ("les années 90", 19900101, 19991231),
    ("les années quatre-vingt-dix", 19900101, 19991231),
    ("les années 20", 19200101, 19291231),
    ("the 1990s", 19900101, 19991231),
    ("XIXe siècle", 18010101, 19001231),
    ("19e siècle", 18010101, 19001231),
    ("20ème siècle", 19010101, 20001231),
    ("dix-neuvième siècle", 18010101, 19001231),
    ("19th century", 18010101, 19001231),
    ("fin du XIXe siècle", 18680101, 19001231),
    # from one end to the other
    ("du 3 au 7 mars 2024", 20240303, 20240307),
    ("du 3 au 7 mars", 20250303, 20250307),
    ("13-15 juillet", 20250713, 20250715),
    ("14 - 20 sept. 2014", 20140914, 20140920),
    ("du 28 février au 3 mars", 20250228, 20250303),
    ("du 28 au 3 mars 2020", 20200228, 20200303),
    ("du 30 décembre au 2 janvier 2020", 20191230, 20200102),
    ("du lundi 2 au vendredi 6 mars 2020", 20200302, 20200306),
    ("du 2 au vendredi 6 mars", 20200302, 20200306),
    ("du mercredi 3 décembre au dimanche 7", 20251203, 20251207),
    ("le 2 et le 3 mars", 20250302, 20250303),
    ("march 3 to 7, 2024", 20240303, 20240307),
    ("from 3 to 7 march 2024", 20240303, 20240307),
    ("entre mars et juin 2020", 20200301, 20200630),
    ("de novembre à février 2020", 20191101, 20200229),
    ("mars 2019 à juin", 20190301, 20190630),
    ("entre décembre et février", 20251201, 20260228),
    ("between march and june 2020", 20200301, 20200630),
    ("mars et avril 2020", 20200301, 20200430),
    ("de 2019 à 2021", 20190101, 20211231),
    ("de 2019 à nos jours", 20190101, 20251205),
    ("2019-2021", 20190101, 20211231),
    ("de lundi à mercredi", 20251201, 20251203),
    ("de Noël à Pâques 2021", 20201225, 20210404),
    ("du 3 mars à hier", 20250303, 20251204),
    ("depuis janvier", 20250101, LAST),
    ("depuis 2019", 20190101, LAST),
    ("depuis lundi", 20251201, LAST),
    ("dès lundi", 20251201, LAST),
    ("depuis trois mois", 20250905, LAST),
    ("since january", 20250101, LAST),
    ("from march 2020", 20200301, LAST),
    ("à partir du 8 mars", 20250308, LAST),
    ("à partir du 2", 20251202, LAST),
    ("après le 3 mars 2020", 20200304, LAST),
    ("avant 2019", FIRST, 20181231),
    ("before 2019", FIRST, 20181231),
    ("jusqu’à mars 2020", FIRST, 20200331),
    ("jusqu’au 8 mars 2020", FIRST, 20200308),
    ("until march 2020", FIRST, 20200331),
    ("novembre 2019..mars 2020", 20191101, 20200331),
    (">= lundi dernier", 20251201, LAST),
    ("..il y a trois semaines", FIRST, 20251114),
    ("..3 mois", FIRST, 20250906),
    ("sans date", 0, 0),
    # a range that has a name
    ("semaine du 2 au 8 mars 2020", 20200302, 20200308),
    ("la semaine du 3 au 7 mars", 20250303, 20250307),
    ("le week-end du samedi 7 au dimanche 8 mars 2020", 20200307, 20200308),
    ("le week-end du 7 et 8 mars 2020", 20200307, 20200308),
    ("nuit du 2 au 3 mars 2020", 20200302, 20200303),
    ("de la semaine du 2 mars 2020 à la semaine du 16 mars 2020", 20200302, 20200322),
    # names that a sign glues
    ("avril-mai 2020", 20200401, 20200531),
    ("avril/mai 2020", 20200401, 20200531),
    ("march-april 2020", 20200301, 20200430),
    ("décembre 2019-février 2020", 20191201, 20200229),
    ("mars 2020-avril 2020", 20200301, 20200430),
    ("2 mars-8 mars 2020", 20200302, 20200308),
    ("printemps-été 2020", 20200301, 20200831),
    ("lundi-mardi", 20251201, 20251202),
    # lists of neighbours
    ("mars, avril et mai 2020", 20200301, 20200531),
    ("mars ou avril 2020", 20200301, 20200430),
    ("les 2, 3 et 4 mars 2020", 20200302, 20200304),
    ("lundi, mardi et mercredi", 20251201, 20251203),
    ("2018, 2019 et 2020", 20180101, 20201231),
    ("les mois de mars et avril 2020", 20200301, 20200430),
    # a unit that both ends share
    ("années 80-90", 19800101, 19991231),
    ("les années 80 et 90", 19800101, 19991231),
    ("les années 1980 et 1990", 19800101, 19991231),
    ("les années 2019 et 2020", 20190101, 20201231),
    ("XIXe et XXe siècles", 18010101, 20001231),
    ("premier et deuxième trimestres 2020", 20200101, 20200630),
    ("semaines 12 à 15 2020", 20200316, 20200412),
    # digits
    ("2020-W12", 20200316, 20200322),
    ("S12 2020", 20200316, 20200322),
    ("semaine 12 2020", 20200316, 20200322),
    ("20200302", 20200302, 20200302),
    ("202003", 20200301, 20200331),
    ("2020-03-02/2020-03-08", 20200302, 20200308),
    ("2/3/2020-8/3/2020", 20200302, 20200308),
    ("2015-18", 20150101, 20181231),
    ("1914-18", 19140101, 19181231),
    ("mars '20", 20200301, 20200331),
    ("3T 2024", 20240701, 20240930),
    ("1S 2024", 20240101, 20240630),
    ("trimestre 3 2020", 20200701, 20200930),
    ("march 3-7, 2020", 20200303, 20200307),
    ("mar. 3 mars 2020", 20200303, 20200303),
    ("mar 3 2020", 20200303, 20200303),
    ("1 er mars 2020", 20200301, 20200301),
    ("XX e siècle", 19010101, 20001231),
    # nights
    ("la nuit dernière", 20251204, 20251204),
    # several units of a period, its halves, its first and last days
    ("les six premiers mois de 2020", 20200101, 20200630),
    ("les deux premiers trimestres 2020", 20200101, 20200630),
    ("les deux premières semaines de mars 2020", 20200302, 20200315),
    ("les trois derniers mois de 2020", 20201001, 20201231),
    ("first two weeks of march 2020", 20200302, 20200315),
    ("les six premiers mois de l’année dernière", 20240101, 20240630),
    ("1ère moitié de 2020", 20200101, 20200630),
    ("première moitié de mars 2020", 20200301, 20200315),
    ("seconde moitié de février 2021", 20210215, 20210228),
    ("deuxième moitié des années 90", 19950101, 19991231),
    ("premiers jours de mars 2020", 20200301, 20200310),
    ("les derniers jours de mars", 20250321, 20250331),
    ("les premiers mois de 2020", 20200101, 20200331),
    ("last days of march 2020", 20200321, 20200331),
    # what lies in the last or this unit
    ("mai de l’année dernière", 20240501, 20240531),
    ("le premier trimestre de l’année dernière", 20240101, 20240331),
    ("Noël de l’année dernière", 20241225, 20241225),
    ("l’hiver de l’année dernière", 20231201, 20240229),
    ("le 3 du mois dernier", 20251103, 20251103),
    ("le 1er du mois dernier", 20251101, 20251101),
    ("4 au 22 de ce mois", 20251204, 20251222),
    ("du 4 au 22 du mois dernier", 20251104, 20251122),
    ("3 mois passés", 20250906, 20251205),
    ("3 mois suivant", 20251206, 20260305),
    # so far from another day
    ("deux jours après le 3 mars 2020", 20200305, 20200305),
    ("trois jours avant Noël 2020", 20201222, 20201222),
    ("une semaine après Pâques 2021", 20210411, 20210411),
    ("two days after christmas 2020", 20201227, 20201227),
    # seasons of two years, and more feasts
    ("rentrée 2020", 20200901, 20200930),
    ("saison 2019-2020", 20190701, 20200630),
    ("saison 2015-16", 20150701, 20160630),
    ("la saison dernière", 20240701, 20250630),
    ("année scolaire 2019-2020", 20190901, 20200831),
    ("vacances de Noël", 20241221, 20250105),
    ("vacances de Noël 2020", 20201219, 20210103),
    ("fête des mères 2020", 20200607, 20200607),
    ("fête des mères 2021", 20210530, 20210530),
    ("mother’s day 2020", 20200510, 20200510),
    ("fête des pères 2020", 20200621, 20200621),
    ("Saint-Jean", 20250624, 20250624),
    ("Labor Day 2020", 20200907, 20200907),
    ("Thanksgiving 2020", 20201126, 20201126),
    ("St Patrick’s Day", 20250317, 20250317),
    ("Canada Day", 20250701, 20250701),
    ("fête nationale", 20250714, 20250714),
    # from the beginning of a unit; about a day; hours
    ("year to date", 20250101, 20251205),
    ("month to date", 20251201, 20251205),
    ("vers 2020", 20200101, 20201231),
    ("around march 2020", 20200301, 20200331),
    ("vers le 3 mars 2020", 20200303, 20200303),
    ("24 heures", 20251204, 20251205),
    ("48 heures", 20251203, 20251205),
    ("il y a 24 heures", 20251204, 20251204),
    ("courant 2020", 20200101, 20201231),
    ("en 2020", 20200101, 20201231),
    ("samedi 13 au dimanche 14 juin 2020", 20200613, 20200614),
    ("le mois de mars", 20250301, 20250331),
    ("the week of march 2-8, 2020", 20200302, 20200308),
    ("dans la nuit du 2 au 3 mars 2020", 20200302, 20200303),
    ("2020-03-02 / 2020-03-08", 20200302, 20200308),
    ("avant-avant-hier", 20251202, 20251202),
    # the last but one
    ("avant-dernière semaine", 20251117, 20251123),
    ("l’avant-dernier mois", 20251001, 20251031),
    ("avant-dernière année", 20230101, 20231231),
    ("avant-dernier samedi", 20251122, 20251122),
    ("l’avant-dernière semaine de mars 2020", 20200316, 20200322),
    ("the week before last", 20251117, 20251123),
    ("the year before last", 20230101, 20231231),
    ("before last week", FIRST, 20251123),
    ("avant la semaine dernière", FIRST, 20251123),
    ("l’avant-veille de Noël 2020", 20201223, 20201223),
    ("le surlendemain de Noël 2020", 20201227, 20201227),
    # a bound as an end
    (">=depuis mars 2020", 20200301, LAST),
    ("<=avant 2019", FIRST, 20181231),
    ("depuis mars 2020..avril 2020", 20200301, 20200430),
]


@pytest.mark.parametrize(("expression", "low", "high"), PERIODS + SAID)
def test_an_expression_is_read_as_a_period(expression: str, low: int, high: int) -> None:
    check(expression)
    assert period(expression, TODAY) == (low, high)


@pytest.mark.parametrize(("expression", "said"), REFUSALS)
def test_an_expression_that_is_not_a_date_is_refused(expression: str, said: Message) -> None:
    for read in (lambda: period(expression, TODAY), lambda: check(expression)):
        with pytest.raises(DateError) as refused:
            read()
        assert refused.value.message == said
        assert refused.value.mend == message("query.type_date", examples=EXAMPLES)


@pytest.mark.parametrize("today", [date(2025, 3, 29), date(2025, 3, 31)])
def test_a_month_back_from_a_day_that_a_shorter_one_has_not_begins_after_its_last(today: date) -> None:
    assert period("1m", today)[0] == 20250301


@given(st.integers(1, 999), st.dates(date(1900, 1, 1)))
def test_a_number_of_days_has_that_number_and_the_last_is_today(number: int, today: date) -> None:
    low, high = (date.fromisoformat(str(day)) for day in period(f"{number}j", today))
    assert high == today
    assert (high - low).days + 1 == number


def test_the_last_day_of_the_calendar_is_a_today() -> None:
    assert period("today", date.max) == period("1j", date.max) == (LAST, LAST)


def test_a_range_that_moves_with_today_is_checked_against_today() -> None:
    check("hier..2024")
    with pytest.raises(DateError, match=r"query\.reversed_dates \(text=hier\.\.2024\)"):
        period("hier..2024", TODAY)


@given(st.dates(), st.dates(min_value=date(1900, 1, 1)))
def test_a_day_is_the_same_in_every_notation(day: date, today: date) -> None:
    number = day.year * 10_000 + day.month * 100 + day.day
    iso = day.isoformat()
    assert period(iso, today) == (number, number)
    assert period(f"{day.day}/{day.month}/{iso[:4]}", today) == (number, number)
    assert period(f"{iso}..{iso}", today) == (number, number)


@pytest.mark.parametrize(
    ("expression", "said", "meant"),
    [
        ("2025..2024", message("query.reversed_dates", text="2025..2024"), "2024..2025"),
        ("nouvembre 2019", message("query.not_a_date", text="nouvembre 2019"), "novembre 2019"),
        (
            "Lundi 3 mars 2020",
            message("query.wrong_weekday", day="2020-03-03", weekday="lundi"),
            "mardi 3 mars 2020",
        ),
        (
            "ven. 3 mars 2020",
            message("query.wrong_weekday", day="2020-03-03", weekday="ven"),
            "mardi 3 mars 2020",
        ),
        (
            "monday march 3 2020",
            message("query.wrong_weekday", day="2020-03-03", weekday="monday"),
            "tuesday march 3 2020",
        ),
        (
            "du samedi 1er au dimanche 3 mars",
            message("query.wrong_weekday", day="2025-03-03", weekday="dimanche"),
            None,
        ),
        (
            "du mardi 2 mars au 6 mars 2020",
            message("query.wrong_weekday", day="2020-03-02", weekday="mardi"),
            "du lundi 2 mars au 6 mars 2020",
        ),
        ("ces derniers jours", message("query.how_many", text="derniers jours"), "3 derniers jours"),
        ("<=depuis mars 2020", message("query.no_last_day", text="depuis mars 2020"), "mars 2020"),
        ("..à partir du 8 mars", message("query.no_last_day", text="à partir du 8 mars"), "8 mars"),
        (">après 2019", message("query.no_last_day", text="après 2019"), "2019"),
        ("<=from march 2020", message("query.no_last_day", text="from march 2020"), "march 2020"),
        (">=avant 2019", message("query.no_first_day", text="avant 2019"), "2019"),
        ("<jusqu’à 2019", message("query.no_first_day", text="jusqu'à 2019"), "2019"),
        ("avant 2019..", message("query.no_first_day", text="avant 2019"), "2019"),
        ("le surlendemain", message("query.from_which_day", text="surlendemain"), "après-demain"),
        ("le lendemain", message("query.from_which_day", text="lendemain"), "demain"),
        ("la veille", message("query.from_which_day", text="veille"), "hier"),
    ],
)
def test_a_refusal_shows_what_was_meant(expression: str, said: Message, meant: str | None) -> None:
    with pytest.raises(DateError) as refused:
        period(expression, TODAY)
    assert refused.value.message == said
    if meant:
        assert refused.value.meant == meant
        assert period(meant, TODAY)


@pytest.mark.parametrize("expression", ["none..2025", ">=sans", "..aucune"])
def test_the_undated_are_no_end_of_a_range(expression: str) -> None:
    with pytest.raises(DateError) as refused:
        check(expression)
    assert refused.value.mend == message("query.type_date", examples=message("query.day_examples"))


@pytest.mark.parametrize("expression", [expression for expression, *_ in PERIODS + SAID])
@pytest.mark.parametrize("today", [date(1900, 1, 1), date(2024, 2, 29), date(2025, 3, 1), date(2026, 12, 31)])
def test_an_expression_that_is_read_today_is_read_on_every_day(expression: str, today: date) -> None:
    check(expression)
    try:
        low, high = period(expression, today)
    except DateError as error:
        refused = error
    else:
        assert low <= high
        return
    assert refused.message.code == "query.reversed_dates"  # 2025-11..hier, before November 2025


@given(st.lists(st.sampled_from(sorted(PARTS_OF_NAMES)) | NUMBERS, max_size=8).map(" ".join), st.dates())
def test_any_words_of_the_vocabulary_are_a_period_or_a_clean_refusal(expression: str, today: date) -> None:
    try:
        check(expression)
        low, high = period(expression, today)
    except DateError:
        return
    assert low <= high


@given(st.lists(st.sampled_from(sorted(PARTS_OF_NAMES)) | NUMBERS, max_size=8).map(" ".join))
def test_what_a_refusal_offers_is_a_period(expression: str) -> None:
    try:
        check(expression)
    except DateError as error:
        offered = [error.meant, *(error.message.values.get(name) for name in ("first", "second"))]
        for text in filter(None, offered):
            check(str(text))


@given(st.text(max_size=12) | st.from_regex(r"[0-9jdsmay./<>=-]{0,12}", fullmatch=True), st.dates())
def test_any_expression_is_a_period_or_a_clean_refusal(expression: str, today: date) -> None:
    try:
        low, high = period(expression, max(today, date(1900, 1, 1)))
    except DateError:
        return
    assert low <= high


@pytest.mark.parametrize("month", MONTHS)
@pytest.mark.parametrize("form", ["1 {} 2025", "1er {}. 2025", "1ᵉʳ {} 2025"])
def test_a_day_that_a_file_may_be_dated_with_is_asked_for_alike(month: str, form: str) -> None:
    day = parse_date(form.format(month))
    assert day == PrintDate(2025, MONTHS[month], 1)
    assert period(form.format(month), TODAY) == (day.number,) * 2
