"""What a column of a list can mean, and the words over columns that say so, in Indonesian and English."""

import re
from dataclasses import dataclass

from resources.texts import N_

# Meanings. Those that a row may hold more than once are in MANY.
NAME, LAST_NAME, SEX, WOMAN, MAN = "full_name", "last_name", "sex", "sex_female", "sex_male"
BIRTH, BIRTH_YEAR, AGE, BAND = "birth_date", "birth_year", "age", "age_band"
ORGANIZATION, POSITION, OCCUPATION = "organization", "position", "occupation"
DISTRICT, PROVINCE, SUBDISTRICT, VILLAGE, ADDRESS = (
    *("district", "province", "subdistrict", "village", "address"),
)
PHONE, WHATSAPP, EMAIL, WEBSITE = "phone", "whatsapp", "email", "website"
DISABILITY, DISABILITY_KIND, ACCOMMODATION = "disability", "disability_kind", "accommodation"
CONSENT, NOTES, ROLE, TIMESTAMP, UUID, ROW_ID = (
    *("consent", "notes", "role", "timestamp", "uuid", "row_id"),
)
PRESENCE, PRE_TEST, POST_TEST = "presence", "pre_test", "post_test"
JOINED, LEFT, MINUTES = "joined", "left", "minutes"
ACRONYM, KIND, CONTACT, FOUNDED = "acronym", "kind", "contact", "founded"
TITLE, THEME, STARTS, ENDS, DATE, START_TIME, END_TIME, VENUE, PLATFORM = (
    *("title", "theme", "starts", "ends", "date", "start_time", "end_time", "venue", "platform"),
)
OBJECTIVE, PLANNED, PROGRAMME, STATUS, SESSION, TOPIC = (
    *("objective", "participants_planned", "programme", "status", "session", "topic"),
)
NUMBER, SIGNATURE, SECRET, IGNORED = "number", "signature", "secret", "ignored"

MANY = frozenset({PRESENCE, IGNORED, SIGNATURE, NUMBER, SECRET, NOTES})

LABELS = {
    NAME: N_("Name"),
    LAST_NAME: N_("Last name"),
    SEX: N_("Sex"),
    WOMAN: N_("Sex: mark for a woman"),
    MAN: N_("Sex: mark for a man"),
    BIRTH: N_("Birth date"),
    BIRTH_YEAR: N_("Year of birth"),
    AGE: N_("Age"),
    BAND: N_("Age band"),
    ORGANIZATION: N_("Organization"),
    POSITION: N_("Position"),
    OCCUPATION: N_("Occupation"),
    DISTRICT: N_("District"),
    PROVINCE: N_("Province"),
    SUBDISTRICT: N_("Subdistrict"),
    VILLAGE: N_("Village"),
    ADDRESS: N_("Address"),
    PHONE: N_("Phone"),
    WHATSAPP: N_("WhatsApp"),
    EMAIL: N_("E-mail"),
    WEBSITE: N_("Website"),
    DISABILITY: N_("Disability"),
    DISABILITY_KIND: N_("Kind of disability"),
    ACCOMMODATION: N_("Accommodation needed"),
    "seeing": N_("Difficulty seeing"),
    "hearing": N_("Difficulty hearing"),
    "walking": N_("Difficulty walking"),
    "remembering": N_("Difficulty remembering"),
    "self_care": N_("Difficulty with self-care"),
    "communicating": N_("Difficulty communicating"),
    CONSENT: N_("Consent"),
    NOTES: N_("Notes"),
    ROLE: N_("Role"),
    TIMESTAMP: N_("Filled in on"),
    UUID: N_("Form identity"),
    ROW_ID: N_("Rembuk row"),
    PRESENCE: N_("Presence"),
    PRE_TEST: N_("Pre-test"),
    POST_TEST: N_("Post-test"),
    JOINED: N_("Joined at"),
    LEFT: N_("Left at"),
    MINUTES: N_("Minutes"),
    ACRONYM: N_("Acronym"),
    KIND: N_("Kind"),
    CONTACT: N_("Contact person"),
    FOUNDED: N_("Founded"),
    TITLE: N_("Title"),
    THEME: N_("Theme"),
    STARTS: N_("Start"),
    ENDS: N_("End"),
    DATE: N_("Date"),
    START_TIME: N_("Start time"),
    END_TIME: N_("End time"),
    VENUE: N_("Venue"),
    PLATFORM: N_("Platform"),
    OBJECTIVE: N_("Objective"),
    PLANNED: N_("Participants planned"),
    PROGRAMME: N_("Programme"),
    STATUS: N_("Status"),
    SESSION: N_("Session"),
    TOPIC: N_("Topic"),
    NUMBER: N_("Number in the list"),
    SIGNATURE: N_("Signature"),
    SECRET: N_("Identity number (not read)"),
    IGNORED: N_("Not read"),
}


@dataclass(frozen=True, slots=True)
class _Word:
    """A pattern over a plain heading. ``weight``: how surely it says the meaning."""

    meaning: str
    pattern: re.Pattern[str]
    weight: float


def _words(*table: tuple[str, float, str]) -> tuple[_Word, ...]:
    return tuple(
        _Word(meaning, re.compile(rf"(?:^|(?<=\s))(?:{pattern})(?=\s|$)"), weight)
        for meaning, weight, pattern in table
    )


_WHO = r"(?:peserta|anggota|responden|lengkap|participants?|members?|respondent|orang|siswa|guru|kader|penerima|warga|tamu|undangan|pendaftar|mahasiswa|pegawai|karyawan)"
_BODY = r"(?:lembaga|organisasi|instansi|institusi|komunitas|kelompok|unit kerja|perusahaan|opd|skpd|satker|kantor|sekolah|kampus|universitas|perguruan tinggi|yayasan|lsm|ngo|cso|organi[sz]ations?|institutions?|company|agency|affiliation|afiliasi|mitra|forum)"
_AREA = r"(?:kab|kabupaten|kota|kabkot|kabkota|kotakab)"

# The first that says most wins; a weight below 0.5 needs the content to agree.
HEADINGS = _words(
    (ROW_ID, 1.0, r"rembuk id|id rembuk|rembuk row"),
    (UUID, 1.0, r"uuid|meta instanceid|instanceid|key"),
    (TIMESTAMP, 1.0, r"timestamp|cap waktu|stempel waktu|submission ?time|submission date|start|completion time|start time|waktu (?:pengisian|submit)"),
    (IGNORED, 0.9, r"end|today|deviceid|username|simserial|subscriberid|phonenumber|index|parent index|validation status|submitted by|version|tags|status submission|meeting id|guest|host"),
    (SECRET, 1.0, r"nik|no ktp|nomor ktp|ktp|nomor induk kependudukan|no kk|nomor kk|npwp|passport|paspor|no rek(?:ening)?|nomor rekening|rekening|nip|nisn|nim|nuptk|no ukg|nisn nipd"),
    (NUMBER, 1.0, r"no|nomor|no urut|nomor urut|nr|urut|s no|sl no|id"),
    (SIGNATURE, 1.0, r"tanda tangan|tandatangan|ttd|t t d|paraf|signature|sign|tanda tangan paraf"),
    (CONTACT, 0.9, r"ketua|nama ketua|pimpinan|nama pimpinan|direktur|leader|chair(?:person)?"),
    (CONTACT, 1.0, r"kontak person|contact person|narahubung|nama kontak|contact name|cp|pic|nama pic|penanggung jawab|person in charge"),
    (ACRONYM, 1.0, r"singkatan|akronim|acronym|abbreviation|nama singkat|short name|inisial"),
    (KIND, 0.9, rf"jenis|jenis {_BODY}|tipe {_BODY}|kategori {_BODY}|bentuk {_BODY}|type of organi[sz]ation|organi[sz]ation type|jenis kegiatan|bentuk kegiatan|kind|type|activity type|type of activity|kategori"),
    (NAME, 1.0, rf"nama|nama lengkap|nama {_WHO}|nama {_WHO} lengkap|nama lengkap {_WHO}|name|full ?name|names?|name of {_WHO}|{_WHO} name|nama dan gelar|nama gelar|nama jelas|nama original name|name original name|original name|nama terang|nama sesuai ktp"),
    (NAME, 0.8, rf"nama lengkap (?!{_BODY}).*|nama {_WHO} .*|nama beserta gelar|nama sesuai .*|siapa nama .*|what is your (?:full )?name"),
    (NAME, 0.9, r"first ?name|given name|nama depan"),
    (LAST_NAME, 1.0, r"last ?name|surname|family name|nama belakang|nama keluarga"),
    (NAME, 0.4, r"peserta|anggota|participant|member|orang|nama .*|.* name"),
    (ORGANIZATION, 1.0, rf"{_BODY}|{_BODY} {_BODY}|{_BODY} {_BODY} {_BODY}|nama {_BODY}|nama {_BODY} {_BODY}|asal {_BODY}|asal {_BODY} {_BODY}|dari {_BODY}|utusan|perwakilan|delegasi|mewakili|unsur|name of {_BODY}|{_BODY} name|tempat kerja|tempat bekerja|tempat tugas|unit|asal"),
    (ORGANIZATION, 0.8, rf"(?:nama|asal|dari) {_BODY} .*|.* (?:lembaga|organisasi|instansi|organi[sz]ation|komunitas)"),
    (SEX, 1.0, r"jenis kelamin|j kelamin|jns kelamin|jen kel|jk|j k|kelamin|gender|sex|l p|p l|lp|l p w|laki laki perempuan|m f|f m|jender|seks"),
    (SEX, 0.8, r"jenis kelamin .*|(?:gender|sex) .*"),
    (MAN, 1.0, r"l|lk|laki|laki laki|pria|male|m|(?:jenis kelamin|sex|gender|jk|l p|kelamin) (?:l|lk|laki|laki laki|pria|male|m)"),
    (WOMAN, 1.0, r"p|pr|perempuan|wanita|female|f|w|(?:jenis kelamin|sex|gender|jk|l p|kelamin) (?:p|pr|w|f|perempuan|wanita|female)"),
    (BIRTH_YEAR, 1.0, r"(?:tahun|thn|th) (?:ke)?lahir(?:an)?|(?:ke)?lahiran (?:tahun|thn)|birth year|year of birth|year born"),
    (BIRTH, 1.0, r"(?:tanggal|tgl|tg) ?(?:ke)?lahir(?:an)?|tempat (?:dan )?(?:tanggal|tgl) lahir|tempat tgl lahir|ttl|t t l|date of birth|birth ?date|dob|birthday|tanggal bulan tahun lahir|tmpt tgl lahir|lahir"),
    (BIRTH, 0.8, r"(?:tanggal|tgl) lahir .*|date of birth .*"),
    (BAND, 1.0, r"(?:kelompok|rentang|kategori|range|kisaran) (?:usia|umur)|age (?:group|band|range|category)"),
    (AGE, 1.0, r"usia|umur|age|usia th|usia tahun|usia thn|umur th|umur tahun|umur thn|age years|age in years|berapa (?:usia|umur) .*|usia saat ini"),
    (POSITION, 1.0, rf"jabatan|posisi|position|job title|title position|kedudukan|jabatan dalam {_BODY}|jabatan di {_BODY}|jabatan posisi|posisi jabatan|jabatan pekerjaan|designation|pos jaga|jabatan struktural|jab"),
    (POSITION, 0.8, r"jabatan .*|position .*"),
    (OCCUPATION, 1.0, r"pekerjaan|profesi|occupation|profession|mata pencaharian|pekerjaan utama"),
    (DISTRICT, 1.0, rf"{_AREA}|{_AREA} {_AREA}|(?:asal|nama|wilayah|domisili|alamat) {_AREA}(?: {_AREA})?|{_AREA}(?: {_AREA})? (?:asal|domisili|tempat tinggal)|district|regency|regency city|city|district city|city district|city regency|kab kodya|daerah|asal daerah|wilayah|domisili|asal kota|asal kabupaten|daerah asal|asal wilayah"),
    (DISTRICT, 0.8, rf"{_AREA}(?: {_AREA})? .*"),
    (PROVINCE, 1.0, r"provinsi|propinsi|province|asal provinsi|prov|provinsi asal|provinsi .*"),
    (SUBDISTRICT, 1.0, r"kecamatan|kec|subdistrict|sub district"),
    (VILLAGE, 1.0, r"desa|kelurahan|desa kelurahan|kelurahan desa|desa kel|kel desa|kel|village|nama desa|asal desa|dusun desa"),
    (ADDRESS, 1.0, r"alamat|alamat (?:sekretariat|lembaga|organisasi|lengkap|rumah|tinggal|domisili|ktp|surat|asal|kantor|tempat tinggal)|address|home address|tempat tinggal"),
    (WHATSAPP, 1.0, r"(?:no|nomor|nomer|nmr|num|kontak)? ?(?:wa|whatsapp|whats app|w a)(?: (?:aktif|number|no|hp))?|hp wa|no hp wa|nomor hp wa|telepon wa|no telp wa|(?:no|nomor) (?:hp|telepon|telp|handphone) (?:wa|whatsapp)(?: aktif)?"),
    (WHATSAPP, 0.8, r".* (?:wa|whatsapp)|(?:wa|whatsapp) .*|.* whatsapp .*"),
    (PHONE, 1.0, r"(?:no|nomor|nomer|nmr|num)? ?(?:hp|h p|telp|tlp|tlpn|telpon|telepon|telephone|telefon|handphone|hand phone|ponsel|seluler|kontak|phone|mobile|cell|cellphone|contact)(?: (?:hp|telp|telepon|number|no|aktif|seluler|phone|peserta|handphone|pribadi))?|phone number|contact number|mobile phone|mobile number|telp hp|hp telp|no hp telp|no telp hp|nomor kontak|no kontak"),
    (PHONE, 0.8, r"(?:no|nomor) (?:hp|telepon|telp|handphone) .*|.* (?:handphone|telepon|hp)"),
    (EMAIL, 1.0, r"e ?mail|alamat e ?mail|e ?mail address|alamat surel|surel|surat elektronik|user e ?mail|kontak e ?mail|e ?mail aktif|email pribadi|posel"),
    (EMAIL, 0.8, r".* e ?mail|e ?mail .*"),
    (WEBSITE, 1.0, r"website|situs|situs web|laman|laman web|web|url|media sosial|alamat website"),
    (DISABILITY_KIND, 1.0, r"(?:ragam|jenis|tipe|bentuk|macam) (?:disabilitas|difabilitas|difabel|kedisabilitasan)|(?:kind|type) of disability|disability type|disabilitas sebutkan|jika ya sebutkan ragam .*"),
    (DISABILITY, 1.0, r"(?:penyandang )?(?:disabilitas|difabel|difabilitas)|disabilitas y[at] ?.*|disability|disab|status disabilitas|person with disability|pwd|disabled|disabilitas ya tidak|non disabilitas|disabilitas non disabilitas|difabel non difabel"),
    (DISABILITY, 0.8, r".*(?:penyandang disabilitas|difabel|disability|disabilitas).*"),
    (ACCOMMODATION, 1.0, r"akomodasi(?: .*)?|kebutuhan (?:khusus|aksesibilitas|akomodasi)(?: .*)?|accommodation(?: .*)?|accessibility needs|special needs|kebutuhan .*"),
    ("seeing", 1.0, r"seeing|melihat|penglihatan|(?:kesulitan|difficulty|gangguan) (?:melihat|penglihatan|seeing)(?: .*)?|.*(?:kesulitan melihat|difficulty seeing).*"),
    ("hearing", 1.0, r"hearing|mendengar|pendengaran|(?:kesulitan|difficulty|gangguan) (?:mendengar|pendengaran|hearing)(?: .*)?|.*(?:kesulitan mendengar|difficulty hearing).*"),
    ("walking", 1.0, r"walking|berjalan|mobilitas|(?:kesulitan|difficulty|gangguan) (?:berjalan|walking)(?: .*)?|.*(?:kesulitan berjalan|difficulty walking).*"),
    ("remembering", 1.0, r"remembering|mengingat|kognitif|cognition|(?:kesulitan|difficulty|gangguan) (?:mengingat|remembering)(?: .*)?|.*(?:kesulitan mengingat|difficulty remembering).*"),
    ("self_care", 1.0, r"self ?care|merawat diri|perawatan diri|mengurus diri|(?:kesulitan|difficulty|gangguan) (?:merawat diri|mengurus diri|with self care|self care)(?: .*)?|.*(?:mengurus diri|merawat diri|self care).*"),
    ("communicating", 1.0, r"communicating|communication|berkomunikasi|komunikasi|(?:kesulitan|difficulty|gangguan) (?:berkomunikasi|communicating|komunikasi)(?: .*)?|.*(?:kesulitan berkomunikasi|difficulty communicating).*"),
    (CONSENT, 1.0, r"persetujuan(?: .*)?|consent(?: .*)?|setuju|kesediaan(?: .*)?|informed consent|persetujuan data"),
    (CONSENT, 0.9, r".*(?:bersedia|menyetujui|saya setuju|i agree|i consent|persetujuan).*"),
    (ROLE, 1.0, r"peran|role|sebagai|status peserta|kepesertaan|peran dalam kegiatan"),
    (PRE_TEST, 1.0, r"pre ?test|nilai pre ?test|skor pre ?test|pre test score|nilai awal"),
    (POST_TEST, 1.0, r"post ?test|nilai post ?test|skor post ?test|post test score|nilai akhir"),
    (JOINED, 1.0, r"join time|first join time|joined|time joined|waktu (?:bergabung|masuk)|first join|jam (?:masuk|datang)|joined at|masuk"),
    (LEFT, 1.0, r"leave time|last leave time|left|time exited|time left|waktu (?:keluar|meninggalkan)|last leave|jam (?:keluar|pulang)|keluar"),
    (MINUTES, 1.0, r"duration minutes|duration|durasi|durasi menit|minutes|menit|in meeting duration|time in session minutes"),
    (PRESENCE, 1.0, r"hadir|kehadiran|presensi|absensi|absen|attendance|present|hadir tidak|status kehadiran|(?:hari|sesi|day|session|pertemuan|tgl|tanggal|kehadiran|hadir)(?: (?:hari|sesi|day|session|ke|tgl|tanggal|pertemuan))* ?(?:\d{1,2}|[ivx]{1,4})(?: .*)?|(?:hari|sesi|day|session) (?:pertama|kedua|ketiga|keempat|kelima)"),
    (TITLE, 1.0, r"judul|judul kegiatan|nama kegiatan|kegiatan|activity|activity (?:name|title)|acara|nama acara|event|agenda|nama lokakarya|meeting topic"),
    (THEME, 1.0, r"tema|theme|tema kegiatan"),
    (TOPIC, 1.0, r"topik|topic|materi|materi sesi|topik sesi|pokok bahasan|session topic"),
    (SESSION, 1.0, r"sesi|session|no sesi|sesi ke|session no|session number"),
    (STARTS, 1.0, r"mulai|tanggal mulai|tgl mulai|start date|starts|dari tanggal|tanggal awal"),
    (ENDS, 1.0, r"selesai|tanggal selesai|tgl selesai|end date|ends|sampai tanggal|tanggal akhir|tanggal berakhir"),
    (DATE, 1.0, r"tanggal|tgl|hari tanggal|hari tgl|waktu|date|day date|tanggal kegiatan|waktu pelaksanaan|tanggal pelaksanaan|tanggal sesi|dates?"),
    (START_TIME, 1.0, r"jam mulai|pukul mulai|mulai jam|mulai pukul|waktu mulai"),
    (END_TIME, 1.0, r"jam selesai|pukul selesai|end time|selesai jam|selesai pukul|waktu selesai"),
    (VENUE, 1.0, r"tempat|lokasi|venue|location|tempat kegiatan|lokasi kegiatan|tempat pelaksanaan|place|lokasi tour"),
    (PLATFORM, 1.0, r"platform|media|aplikasi"),
    (OBJECTIVE, 1.0, r"tujuan|objective|tujuan kegiatan|objectives"),
    (PLANNED, 1.0, r"jumlah peserta|target peserta|rencana peserta|rencana jumlah peserta|peserta direncanakan|participants planned|target participants|jml peserta|participants|jumlah undangan"),
    (PROGRAMME, 1.0, r"program|programme|proyek|project|nama program"),
    (STATUS, 0.9, r"status|status kegiatan"),
    (FOUNDED, 1.0, r"tahun berdiri|berdiri|tanggal berdiri|founded|established"),
    (NOTES, 0.9, r"ket|keterangan|catatan|notes?|remarks?|comments?|lain lain"),
)  # fmt: skip

_PUNCTUATION = re.compile(r"[^\w\s]|_")


def plain(heading: str) -> str:
    """A heading in small letters without signs, one space between words."""
    return " ".join(_PUNCTUATION.sub(" ", heading.lower()).split())


def said(heading: str) -> list[tuple[str, float]]:
    """Meanings that a heading may have, the surest first."""
    found: dict[str, float] = {}
    for text, share in _readings(heading):
        for word in HEADINGS:
            if word.weight * share > found.get(word.meaning, 0) and word.pattern.fullmatch(text):
                found[word.meaning] = word.weight * share
    return sorted(found.items(), key=lambda one: -one[1])


def _readings(heading: str) -> list[tuple[str, float]]:
    """A heading whole, without what stands in brackets, and the last step of 'group/question'."""
    readings = [(plain(heading), 1.0)]
    without = re.sub(r"\([^)]*\)|\[[^\]]*\]|[*:?]+\s*$", " ", heading)
    readings.append((plain(without), 1.0))
    if (re.fullmatch(r"[\w.-]+(?:/[\w.-]+)+", heading.strip()) and "_" in heading) or heading.count(
        "/"
    ) > 1:
        readings.append((plain(heading.rsplit("/", 1)[1]), 0.95))
    elif re.fullmatch(r"[a-z][\w.-]*/[a-z][\w.-]*", heading.strip()):
        readings.append((plain(heading.rsplit("/", 1)[1]), 0.9))
    return [(text, share) for text, share in dict.fromkeys(readings) if text]
