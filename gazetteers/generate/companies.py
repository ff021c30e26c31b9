#!/usr/bin/env python3
"""Writes organisation/generated_company.tsv: members of stock indices.

Source: the Python package pytickersymbols 1.17.10 (MIT licence), of which only the names of companies and the
indices that they belong to are read. Names are cut down to the form that the press prints: no legal form, no
"Holdings", no remark in brackets. Companies that another organisation file already names are left out.

    pip install pytickersymbols==1.17.10
    python3 gazetteers/generate/companies.py
"""

import importlib.metadata
import pathlib
import re
import sys
import unicodedata

from pytickersymbols import PyTickerSymbols

VERSION = "1.17.10"
FOLDER = pathlib.Path(__file__).resolve().parent.parent / "organisation"
TARGET = FOLDER / "generated_company.tsv"
HEADER = ["name", "acronyms", "aliases", "kind", "country", "wikidata", "flags"]

# The country of the members of an index, unless COUNTRY says otherwise. The first index of a company decides.
INDICES = {
    "CAC_40": "FR",
    "CAC Mid 60": "FR",
    "BEL 20": "BE",
    "AEX": "NL",
    "DAX": "DE",
    "MDAX": "DE",
    "SDAX": "DE",
    "TecDAX": "DE",
    "IBEX 35": "ES",
    "Switzerland 20": "CH",
    "FTSE 100": "GB",
    "OMX Stockholm 30": "SE",
    "OMX Helsinki 25": "FI",
    "NIKKEI 225": "JP",
    "DOW JONES": "US",
    "NASDAQ 100": "US",
    "S&P 100": "US",
    "S&P 500": "US",
}

# What ends a name in the register but not in the press.
LEGAL = re.compile(
    r"[ ,]+(?:& Co\. KGaA|& Co\.?|AB|AG|Co\.?(?:,? Ltd\.?)?|Company|Corp\.?|Corporation|Group|Group plc"
    r"|Holdings?|Inc\.?|Incorporated|Limited|Ltd\.?|N\.V\.|NV|plc|S\.A\.?|S\.A\.F\.|SA|SCA|SE|Worldwide)$"
)
BRACKETS = re.compile(r" *\([^)]*\)")

# Names of the package, cut as above, and the form of the press.
PRESS = {
    "ADVA Optical Networking": "Adva",
    "AGC": "Asahi Glass",
    "ALD Automotive": "Ayvens",
    "ALTEN": "Alten",
    "Astellas Pharma": "Astellas",
    "Autotrader": "Auto Trader",
    "BD": "Becton Dickinson",
    "BNY": "BNY Mellon",
    "Banco Bilbao Vizcaya Argentaria": "BBVA",
    "Besi": "BE Semiconductor",
    "Bunge Global": "Bunge",
    "CME": "CME Group",
    "CVS Health": "CVS",
    "Campbell's": "Campbell Soup",
    "Carnival Corporation &": "Carnival",
    "Cellnex Telecom": "Cellnex",
    "Central Japan Railway": "JR Central",
    "Chipotle Mexican Grill": "Chipotle",
    "Chubu Electric Power": "Chubu Electric",
    "Chugai Pharmaceutical": "Chugai",
    "Croda International": "Croda",
    "Daikin Industries": "Daikin",
    "Daiwa House Industry": "Daiwa House",
    "Deckers Brands": "Deckers",
    "Dell Technologies": "Dell",
    "East Japan Railway": "JR East",
    "Eli Lilly and": "Eli Lilly",
    "Elia System Operator": "Elia Group",
    "Evonik Industries": "Evonik",
    "FANUC": "Fanuc",
    "FICO": "Fico",
    "Franklin Templeton Investments": "Franklin Templeton",
    "Heidelberger Druckmaschinen": "Heidelberger Druck",
    "Heineken International": "Heineken",
    "Indra Sistemas": "Indra",
    "IndustrivärdenC": "Industrivärden",
    "Infineon Technologies": "Infineon",
    "Inmobiliaria Colonial": "Colonial",
    "International Airlines": "IAG",
    "KBC Bank": "KBC",
    "KION": "Kion",
    "Kajima Construction": "Kajima",
    "KalmarB": "Kalmar Industries",
    "Kohlberg Kravis Roberts": "KKR",
    "Kyowa Hakko Kirin": "Kyowa Kirin",
    "LY": "LY Corporation",
    "Laboratorios Rovi": "Rovi",
    "LifcoB": "Lifco",
    "Live Nation Entertainment": "Live Nation",
    "Lloyds Banking": "Lloyds Banking Group",
    "MS&AD Insurance": "MS&AD",
    "Marriott International": "Marriott",
    "Match": "Match Group",
    "Maurel et Prom": "Maurel & Prom",
    "McCormick &": "McCormick & Company",
    "Mitsubishi UFJ Financial": "Mitsubishi UFJ",
    "Mizuho Financial": "Mizuho",
    "Mondelez International": "Mondelez",
    "Murata Manufacturing": "Murata",
    "NN": "NN Group",
    "NextEra Energy": "NextEra",
    "Nippon Telegraph & Telephone": "NTT",
    "Nissan Chemical Industries": "Nissan Chemical",
    "Norfolk Southern Railway": "Norfolk Southern",
    "O'Reilly Auto Parts": "O'Reilly Automotive",
    "Oji Paper": "Oji Holdings",
    "Orpea-Gruppe": "Orpea",
    "Otsuka Pharmaceutical": "Otsuka",
    "PNC Financial Services": "PNC",
    "Palantir Technologies": "Palantir",
    "Partners": "Partners Group",
    "ProSiebenSat.1 Media": "ProSiebenSat.1",
    "Redeia Corporación": "Redeia",
    "Regeneron Pharmaceuticals": "Regeneron",
    "Renesas Electronics": "Renesas",
    "Robinhood Markets": "Robinhood",
    "SCREEN": "Screen Holdings",
    "SMA Solar Technology": "SMA Solar",
    "STABILUS": "Stabilus",
    "SUMCO": "Sumco",
    "Seagate Technology": "Seagate",
    "Shimizu": "Shimizu Corporation",
    "Simon Property": "Simon Property Group",
    "Sompo Japan Nipponkoa": "Sompo",
    "Sumitomo Dainippon Pharma": "Sumitomo Pharma",
    "Sumitomo Mitsui Financial": "Sumitomo Mitsui",
    "Supermicro": "Super Micro Computer",
    "Suss Microtec": "Süss Microtec",
    "Swiss Reinsurance": "Swiss Re",
    "TAG Tegernsee Immobilien und Beteiligung": "TAG Immobilien",
    "Take-Two Interactive": "Take-Two",
    "Takeda Pharmaceutical": "Takeda",
    "The Coca-Cola": "Coca-Cola",
    "The Cooper Companies": "Cooper Companies",
    "The Estée Lauder Companies": "Estée Lauder",
    "The Hershey": "Hershey",
    "The J.M. Smucker": "J.M. Smucker",
    "The Mosaic": "Mosaic",
    "The Oriental Land": "Oriental Land",
    "The Qt": "Qt Group",
    "The Travelers Companies": "Travelers",
    "The Walt Disney": "Disney",
    "Thermo Fisher Scientific": "Thermo Fisher",
    "TietoEVRY": "Tietoevry",
    "Toray Industries": "Toray",
    "Valero Energy": "Valero",
    "Vertex Pharmaceuticals": "Vertex",
    "West Japan Railway": "JR West",
    "Yaskawa Electric": "Yaskawa",
    "Yum! Brands": "Yum Brands",
    "ZOZO": "Zozo",
    "arGEN-X": "Argenx",
}

# Left out: everyday words and surnames that the press does not use for the company without saying more, trusts and
# other vehicles that it hardly names, and what the hand-made files name otherwise.
LEFT_OUT = {
    "1&1", "3i", "A. O. Smith", "Admiral", "Alexandria Real Estate Equities", "Alliance Witan", "Amadeus FiRe",
    "American International", "Aon", "Apollo Commercial Real Estate Finance", "Arch Capital", "Argan", "Aroundtown",
    "AvalonBay Communities", "BXP", "Ball", "Berkeley", "Block", "CDW", "CMS Energy", "Camden Property Trust",
    "Charles River Laboratories", "Citizens Financial", "Compass", "Comsys", "Constellation Energy", "DCC", "DeNA",
    "Denka", "Deutsche Beteiligungs", "Deutsche EuroShop", "Diploma", "Disco", "Douglas", "Dover", "Dowa", "Dürr",
    "EQT", "Elisa", "Equity Residential", "Essex Property Trust", "Everest", "Evolution", "Expand Energy",
    "Extra Space Storage", "F & C Investment Trust", "F5", "Federal Realty Investment Trust", "Fortive", "Fox",
    "Freenet", "GEA", "GFT Technologies", "Gen Digital", "Genuine Parts", "Global Payments", "Globe Life",
    "Grand City Properties", "Hamborner", "Healthpeak Properties", "Hella", "Hexagon", "Host Hotels & Resorts",
    "Hoya", "Hubbell", "ICG", "IDEX", "IMCD", "IMI", "Indus", "Informa", "Investor", "Invitation Homes", "Jost Werke",
    "K Line", "KLA", "KSB", "Kao", "Keio", "Kimco Realty", "Kingfisher", "Logista", "LondonMetric Property",
    "M&T Bank", "M3", "MBB", "MLP", "Marui", "Masco", "Medios", "Meiji", "Merlin Properties",
    "Mid-America Apartment Communities", "NSK", "NTN", "NVR", "News", "Next", "Nissui", "Norma", "Okuma",
    "Old Dominion Freight Line", "Orion", "Orix", "PNE", "PPL", "Packaging Corporation of America", "Patrizia",
    "Pershing Square", "Phoenix", "Polar Capital Technology Trust", "Pool", "Principal Financial", "ProCredit Bank",
    "Progressive", "Public Service Enterprise", "Public Storage", "Rational", "Realty Income", "Recruit",
    "Regency Centers", "Resona", "Robertet", "Rohm", "Rubis", "SCA", "SES", "SHIFT", "SMC", "Sage", "Sampo",
    "Scottish Mortgage Investment Trust", "Solaria", "Southern", "Sto", "Sumitomo Mitsui Trust", "T&D", "TDK", "TKO",
    "Tapestry", "Texas Pacific Land", "Toho", "Tokyu", "Toto", "Tritax Big Box REIT", "Universal Health Services",
    "Verve", "Vulcan Materials", "WDP", "Waters", "Weir",
}

# Where the index misleads: the seat is elsewhere.
COUNTRY = {
    "Allegion": "IE", "Amcor": "CH", "Aptiv": "CH", "Azelis": "BE", "Befesa": "LU", "CRH": "IE", "Chubb": "CH",
    "Coca-Cola HBC": "CH", "DSM-Firmenich": "CH", "Eaton": "IE", "Eurofins Scientific": "LU", "Fresnillo": "MX",
    "Garmin": "CH", "Kontron": "AT", "Linde": "GB", "LyondellBasell": "NL", "Metlen Energy & Metals": "GR",
    "NXP Semiconductors": "NL", "Pentair": "GB", "Qiagen": "NL", "RELX": "GB", "SAF-Holland": "LU", "Seagate": "IE",
    "Shop Apotheke Europe": "NL", "Smurfit Westrock": "IE", "Stabilus": "DE", "Steris": "IE", "TE Connectivity": "IE",
    "Trane Technologies": "IE", "Willis Towers Watson": "GB",
}

# Also an everyday word, a surname, a first name or a place.
AMBIGUOUS = {
    "Alten", "Antofagasta", "Boliden", "Carnival", "Chipotle", "Chubb", "Colonial", "Corning", "Cummins", "Deutz",
    "Eaton", "Ebara", "Fico", "Fresnillo", "Gartner", "Halma", "Hershey", "Hornbach", "Humana", "Kajima", "Kubota",
    "Lennar", "Linde", "Loews", "Montea", "Mosaic", "Murata", "Obayashi", "Otsuka", "Persimmon", "Puig", "Rollins",
    "Salzgitter", "Sartorius", "Sixt", "Stryker", "Travelers", "Trimble", "Ventas", "Vertex",
}


def fold(name: str) -> str:
    """Case, accents, hyphens and apostrophes away: what two names that count as one have in common."""
    name = unicodedata.normalize("NFD", re.sub(r"[-'’]", " ", name.lower()))
    return " ".join("".join(c for c in name if not unicodedata.combining(c)).split())


def cut(name: str) -> str:
    """The name of the register without brackets and legal form."""
    name = BRACKETS.sub("", name).replace("–", "-").replace("’", "'").strip()
    while (shorter := LEGAL.sub("", name)) != name:
        name = shorter
    return unicodedata.normalize("NFC", name)


def known_names() -> set[str]:
    """The folded names, acronyms and aliases of the other organisation files."""
    known = set()
    for path in sorted(FOLDER.glob("*.tsv")):
        if path == TARGET:
            continue
        for line in path.read_text(encoding="utf-8").splitlines()[1:]:
            fields = line.split("\t")
            known.update(fold(name) for name in [fields[0], *fields[1].split("|"), *fields[2].split("|")] if name)
    return known


def main() -> None:
    installed = importlib.metadata.version("pytickersymbols")
    if installed != VERSION:
        sys.exit(f"pytickersymbols {installed}: the file is made from {VERSION}")
    source = PyTickerSymbols()
    seen = known_names()
    rows = []
    for index, country in INDICES.items():
        for stock in source.get_stocks_by_index(index):
            name = cut(stock["name"])
            if name in LEFT_OUT:
                continue
            name = PRESS.get(name, name)
            if fold(name) in seen:
                continue
            seen.add(fold(name))
            flags = "ambiguous" if name in AMBIGUOUS else ""
            rows.append([name, "", "", "company", COUNTRY.get(name, country), "", flags])
    lines = ["\t".join(row) for row in [HEADER, *sorted(rows)]]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    print(f"{TARGET.name}: {len(rows)} rows")


if __name__ == "__main__":
    main()
