"""Everyday names of the regions where the samples live, put together by chance: nobody is meant."""

from collections.abc import Iterator
from dataclasses import dataclass

from db.demo.samples.chance import pick, share


@dataclass(frozen=True, slots=True)
class Names:
    """Given names, and the names that follow them, of one region; ``single``: share of single names."""

    women: tuple[str, ...]
    men: tuple[str, ...]
    behind_women: tuple[str, ...]
    behind_men: tuple[str, ...]
    single: float


def _names(women: str, men: str, behind_women: str, behind_men: str, single: float) -> Names:
    def words(text: str) -> tuple[str, ...]:
        return tuple(text.split())

    return Names(words(women), words(men), words(behind_women), words(behind_men), single)


JAVA = _names(
    "Sumarni Wahyuni Tutik Rukmini Sulastri Endang Kasiyem Partini Suharti Mursiti Ngatinah Winarti"
    " Yuliati Erna Rusmi Titik Umi Siti Nur Anik Lilis Dyah Wiwik Sukesi Murtini",
    "Sutrisno Parjo Sugeng Wagiman Suroto Tukiman Kasmin Bagus Jumadi Ngadimin Karyono Slamet"
    " Suyatno Kusno Sarwono Imam Nanang Yanto Rohmat Sumardi Wasito Pardi Sholeh Maryoto Untung",
    "Lestari Handayani Purwanti Astuti Kusumawati Wulandari Rahmawati Setyowati Puspitasari Aminah"
    " Khasanah Fatimah Widayanti Ernawati Sholihah Hidayati Nuraini Prihatin Ekowati Suryani",
    "Setiawan Prasetyo Nugraha Santosa Purnomo Hartanto Susilo Utomo Kurniawan Wicaksana Rohman"
    " Mustofa Sudarsono Cahyadi Hermawan Suprapto Widianto Wardoyo Raharjo Yuwono",
    0.28,
)
SUNDA = _names(
    "Neneng Euis Iis Cucu Enok Imas Tati Ai Yayah Nining Elis Dedeh",
    "Asep Ujang Dadang Cecep Enjang Aep Yayan Iwan Tatang Oman Uus Engkos",
    "Rohaeti Kurniasih Komalasari Nurhayati Sumiati Rostika Maryani Herlina",
    "Suherman Kosasih Sopandi Rukmana Gunawan Permana Sutisna Wiganda",
    0.15,
)
SUMATRA = _names(
    "Nurlaila Safrina Yusnidar Rosna Mardiana Desi Fitriani Yulinar Ernita Ramlah Nurmala Asmawati",
    "Syafrizal Mukhtar Efrizal Marwan Irfan Yusri Hendri Azwar Jufri Rusdi Nasir Bukhari",
    "Zahara Hanum Yulianti Novita Rahmi Marlina Susanti Afrida Salbiah Yusnita",
    "Syahputra Ismail Iskandar Chaniago Piliang Koto Saputra Harun Razali Sikumbang",
    0.12,
)
KARO = _names(
    "Rehulina Malem Nurtini Kristina Roswita Dahlia Jernih Rosalina Murni Rehngena",
    "Jantiaman Ngasup Rasman Petrus Simson Tomy Benyamin Kalvin Jasman Normal",
    "Ginting Sembiring Tarigan Perangin-angin Karo-Karo",
    "Ginting Sembiring Tarigan Perangin-angin Karo-Karo",
    0.0,
)
CELEBES = _names(
    "Rosmini Hasnah Nurhaeda Sitti Hasniati Rahmatia Mardiah Darmawati Halijah Suriani Hartina"
    " Asriani Nurlina Masita Samsinar Nuraeni Rosdiana",
    "Baharuddin Muh. Syamsuddin Ruslan Amiruddin Saharuddin Jamaluddin Mansyur Nasrun Abd. Haris"
    " Rustam Burhan Asdar Kamaruddin Syarifuddin Muhtar Tajuddin",
    "Rahman Hamid Latief Mappa Salam Wahab Kasim Yunus Bakri Ramli Idris Tahir",
    "Rahman Hamid Latief Mappa Salam Wahab Kasim Yunus Bakri Ramli Idris Tahir",
    0.2,
)
FLORES = _names(
    "Maria Yohana Yosefina Fransiska Katarina Veronika Agnes Yuliana Margareta Bernadeta",
    "Yohanes Fransiskus Kanisius Petrus Aloysius Hironimus Stefanus Wilhelmus Marselinus Gaspar",
    "Jelita Nurti Mbaut Sedia Jaya Lanur Ndaru Hamsia Daus Jemina",
    "Jehadu Nggoro Mbaru Harum Jaya Sudi Ndaru Hamsi Daus Ganggut",
    0.0,
)
BORNEO = _names(
    "Dayang Lusia Marsiah Hamidah Juliana Nurhasanah Yuliana Theresia Rusmini Saidah",
    "Antonius Japri Mulyono Heriansyah Sabri Markus Rudi Bujang Hamdan Libertus",
    "Sari Andayani Safitri Anjeli Kartika Ningsih Oktavia Hartini",
    "Saputra Efendi Jamil Priyanto Akbar Hartono Darmawan Sabirin",
    0.1,
)

_BY_PROVINCE = {
    "11": SUMATRA,
    "12": KARO,
    "13": SUMATRA,
    "31": SUNDA,
    "32": SUNDA,
    "53": FLORES,
    "61": BORNEO,
    **dict.fromkeys(("72", "73", "74"), CELEBES),
}


def of_region(district: str) -> Names:
    """Names that are usual where a district lies; those of Java where nothing else is known."""
    return _BY_PROVINCE.get(district[:2], JAVA)


def candidates(key: str, sex: str, district: str) -> Iterator[str]:
    """Names for a person, one after the other, until one is free."""
    names = of_region(district)
    women = sex == "female"
    given = names.women if women else names.men
    behind = names.behind_women if women else names.behind_men
    tries = 0
    while True:
        first = pick(given, "given", key, tries)
        last = pick(behind, "behind", key, tries)
        alone = share("single", key, tries) < names.single and len(first) > 4
        yield first if alone else f"{first} {last}"
        tries += 1
