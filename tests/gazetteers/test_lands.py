"""Lands that news names: provinces by their French names, valleys, seas, self-declared and historical lands, theatres of war."""

import pytest

from recoupe.gazetteers import load
from recoupe.gazetteers.choice import kilometres

PLACES = load().places
ROUGHLY = 60.0
"""Kilometres."""

# Country (none for what several share), latitude and longitude to half a degree, and the name as French news writes it.
LANDS = """
-- 16.0 106.0 Indochine
-- 16.0 106.0 Indochine française
-- 33.0 35.5 Ligne bleue
-- 49.5 17.0 Tchécoslovaquie
-- 49.5 17.0 ancienne Tchécoslovaquie
-- 15.0 2.0 bande sahélienne
-- 8.0 44.0 corne de l'Afrique
-- 40.5 71.5 vallée de Ferghana
-- 15.0 0.5 zone des trois frontières
-- 15.0 0.5 zone dite des trois frontières
AF 35.0 70.0 Laghman
AF 35.0 71.0 Nouristan
AF 35.0 71.0 Nuristan
AF 33.0 66.0 Oruzgan
AF 35.5 70.0 Panshir
AF 34.0 70.0 Tora Bora
AF 33.0 66.0 Uruzgan
AF 32.5 67.0 province de Zaboul
AF 32.5 67.0 province de Zabul
AF 35.5 70.0 vallée du Panshir
AO -5.0 12.5 Cabinda
AZ 40.0 47.0 Karabagh
AZ 39.5 46.5 couloir de Latchine
BA 43.5 18.0 Herzégovine
BF 10.5 -4.5 Cascades
BF 14.5 -0.5 Oudalan
BF 14.0 -1.5 Soum
BF 13.0 0.5 Yagha
BF 14.5 -0.5 province de l'Oudalan
BF 13.5 -1.5 province du Bam
BF 14.0 -2.0 province du Loroum
BF 14.0 -1.5 province du Soum
BF 13.0 0.5 province du Yagha
BF 13.5 -2.5 province du Yatenga
CD 1.5 30.0 Ituri
CD -6.0 22.5 Kasaï-Central
CD -6.0 23.5 Kasaï-Oriental
CD -1.0 29.0 Kivu-Nord
CD -3.0 28.0 Kivu-Sud
CD -3.0 26.0 Maniema
CD 4.5 21.0 Nord-Ubangi
CD 0.5 25.0 Tshopo
CD -0.5 29.5 parc des Virunga
CD 1.5 30.0 territoire d'Irumu
CD -3.5 29.0 territoire d'Uvira
CD 0.5 29.5 territoire de Beni
CD 2.0 30.5 territoire de Djugu
CD -4.5 28.5 territoire de Fizi
CD 0.0 29.0 territoire de Lubero
CD 1.5 29.0 territoire de Mambasa
CD -1.5 29.0 territoire de Nyiragongo
CF 8.0 20.5 Bamingui-Bangoran
CF 5.0 21.5 Basse-Kotto
CF 6.0 25.5 Haut-Mbomou
CF 7.0 23.0 Haute-Kotto
CF 6.0 19.5 Kémo
CF 4.0 18.0 Lobaye
CF 7.0 19.0 Nana-Gribizi
CF 7.0 19.0 Nana-Grébizi
CF 6.0 15.5 Nana-Mambéré
CF 5.0 18.0 Ombella-M'Poko
CF 6.0 20.5 Ouaka
CF 7.0 17.5 Ouham
CF 7.0 16.0 Ouham-Pendé
CF 3.0 16.0 Sangha-Mbaéré
CM 5.5 9.5 Cameroun anglophone
CM 11.0 14.5 Extrême-Nord
CM 5.5 9.5 NOSO
CY 35.0 33.5 RTCN
DZ 36.5 4.0 Grande Kabylie
DZ 36.5 3.0 Mitidja
DZ 36.5 3.0 plaine de la Mitidja
EG 29.0 34.0 Sud-Sinaï
GE 41.5 42.0 Adjarie
HR 45.5 16.0 Banija
HR 43.5 16.5 Dalmatie
HR 45.0 14.0 Istrie
HR 44.5 16.0 République serbe de Krajina
IN 33.5 75.0 Cachemire sous contrôle indien
IN 34.0 75.0 vallée du Cachemire
IQ 36.0 44.0 Kurdistan iraquien
IQ 36.5 41.5 mont Sinjar
IQ 36.5 41.5 monts Sinjar
LB 33.5 35.5 fleuve Litani
LY 32.0 12.0 djebel Nafoussa
LY 32.0 12.0 djebel Nefoussa
ML 19.5 1.5 Adrar des Ifoghas
ML 19.5 1.5 massif des Ifoghas
NE 18.5 8.5 Aïr
NE 18.5 8.5 massif de l'Aïr
NG 7.5 8.5 État de la Benue
NG 5.0 7.0 État des Rivières
PE -12.5 -74.0 VRAEM
PG -6.0 155.5 Bougainville
PG -6.0 155.5 île de Bougainville
PK 34.0 74.0 Cachemire sous contrôle pakistanais
PS 32.0 35.0 Judée Samarie
PS 32.0 35.0 Judée-Samarie
PS 31.5 34.5 bande côtière palestinienne
PS 31.5 34.5 corridor de Netzarim
PS 31.5 34.0 corridor de Philadelphie
PS 31.5 34.0 couloir de Philadelphie
PS 31.5 34.5 enclave palestinienne
RS 43.0 20.5 Sandjak
RS 45.5 20.0 Vojvodine
RS 42.5 21.5 vallée de Presevo
RS 42.5 21.5 vallée de Preševo
RU 43.5 45.5 Ichkérie
RU 43.0 44.0 Ossétie du Nord-Alanie
RU 43.5 45.5 République tchétchène d'Itchkérie
SD 13.0 25.0 Darfour
SD 13.0 23.5 Darfour central
SD 11.5 26.0 Darfour oriental
SD 16.0 25.5 Darfour-Nord
SD 13.0 23.0 Darfour-Ouest
SD 14.5 33.0 Gezira
SD 12.0 28.0 Kordofan-Ouest
SD 11.0 30.0 Kordofan-Sud
SD 13.0 32.5 Nil Blanc
SD 11.0 34.0 Nil Bleu
SD 13.0 24.5 monts Marra
SD 9.5 28.5 région d'Abyei
SD 9.5 28.5 territoire d'Abyei
SD 14.0 35.5 État d'el-Gedaref
SD 14.0 35.5 État de Gadaref
SD 15.5 32.5 État de Khartoum
SD 20.0 36.5 État de la mer Rouge
SS 8.0 27.0 Bahr el-Ghazal
SS 8.0 25.5 Bahr el-Ghazal de l'Ouest
SS 9.0 27.0 Bahr el-Ghazal septentrional
SS 10.0 32.5 Nil Supérieur
SS 5.0 31.0 Équatoria-Central
SS 5.5 28.5 Équatoria-Occidental
SS 9.0 30.0 État d'Unity
SS 8.0 28.5 État de Warrap
SS 7.0 30.0 État des Lacs
SY 36.5 40.0 AANES
SY 36.5 40.0 Administration autonome du nord et de l'est de la Syrie
SY 35.5 36.5 Djebel Zaouiya
SY 35.5 36.0 Djebel al-Akrad
SY 32.5 36.5 Djebel druze
SY 32.5 36.5 Djebel el-Druze
SY 35.5 36.5 Jabal al-Zaouiya
SY 34.0 36.5 Qalamoun
SY 36.5 37.0 canton d'Afrine
SY 36.5 37.0 enclave d'Afrine
SY 35.5 36.5 plaine d'al-Ghab
SY 35.5 36.5 plaine du Ghab
TD 13.5 21.0 Ouaddaï
TD 12.0 21.5 Sila
TD 21.5 17.0 Tibesti
TD 12.0 21.5 province du Sila
TN 35.0 8.5 Djebel Chambi
TN 35.0 8.5 mont Chaambi
UA 48.0 38.0 RPD
UA 48.5 39.5 RPL
UA 45.5 36.5 détroit de Kertch
VN 11.5 107.0 Sud-Viêt Nam
VN 11.5 107.0 Vietnam du Sud
XK 42.5 21.0 Drenica
"""


@pytest.mark.parametrize("line", LANDS.strip().splitlines())
def test_a_land_is_known_by_its_french_name(line: str) -> None:
    country, lat, lon, name = line.split(" ", 3)
    place = PLACES.choose(name, {country: 1.0} if country != "--" else {}, (), "region")
    assert place is not None
    assert place.precision != "settlement"
    assert place.country == (country if country != "--" else None)
    assert place.lat is not None
    assert place.lon is not None
    assert kilometres((place.lat, place.lon), (float(lat), float(lon))) < ROUGHLY


def test_a_land_of_which_there_is_one_is_meant_where_the_words_ask_for_it() -> None:
    assert PLACES.choose("territoire de Djugu", {}, (), "region") is not None
    assert PLACES.choose("territoire de Djugu", {}) is None
    assert PLACES.choose("région de l'Est", {}, (), "region", named=False) is None


def test_an_acronym_is_a_land_or_nothing() -> None:
    donetsk = PLACES.choose("RPD", {"UA": 1})
    assert donetsk is not None
    assert donetsk.name == "Donetsk People's Republic"
    assert PLACES.lookup("WAU") == ()


def test_an_elided_word_is_no_part_of_the_name() -> None:
    ondo = PLACES.choose("d'Ondo", {"NG": 1}, (), "region")
    assert ondo is not None
    assert (ondo.country, ondo.precision) == ("NG", "region")
