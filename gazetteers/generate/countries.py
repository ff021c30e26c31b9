#!/usr/bin/env python3
"""Write gazetteers/country.tsv.

The curated columns (French press name, article, long name, aliases, continent,
region, capital, status) are the TABLE at the end of this file. The identifiers
are merged in from open data:

  iso3, wikidata   rigour 2.6.1 (PyPI, MIT), module rigour.territories
  name check       Unicode CLDR 48.2.0, npm package cldr-localenames-full
                   (Unicode-3.0): main/fr/territories.json

Run:
  pip install rigour==2.6.1
  npm pack cldr-localenames-full@48.2.0 && tar xzf cldr-localenames-full-48.2.0.tgz
  python3 countries.py --cldr package/main/fr/territories.json --out ../country.tsv

Without --cldr the check of the names is skipped; the output is the same.
The check prints, on standard error, every ISO code that TABLE does not cover
and every CLDR name that is neither the name, the long name nor an alias of its
row (a hint for the curator, not an error).
"""
import argparse
import json
import sys
import unicodedata

from rigour.territories import get_territory

COLUMNS = ("name article long_name aliases iso2 iso3 wikidata continent "
           "region capital status").split()

# Codes of the CLDR list that ISO 3166-1 does not assign (exceptionally
# reserved codes, groupings, pseudo locales).
NOT_ISO = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN",
           "XA", "XB", "ZZ"}

# Wikidata items where the item rigour names is not the one that French news
# means (a kingdom with its overseas parts, a state against a territory), and
# rows that have no ISO code. Checked by hand.
WIKIDATA = {
    "Danemark": "Q35",            # rigour: Q756617, Kingdom of Denmark
    "Pays-Bas": "Q55",            # rigour: Q29999, Kingdom of the Netherlands
    "Sahara occidental": "Q6250",  # rigour: Q40362, the Sahrawi republic
    "Yougoslavie": "Q36704",      # rigour: Q83286, the socialist republic only
    "Abkhazie": "Q23334",
    "Ossétie du Sud": "Q23427",
    "Transnistrie": "Q907112",
    "Somaliland": "Q34754",
    "RFA": "Q713750",
    "Empire ottoman": "Q12560",
    "Autriche-Hongrie": "Q28513",
    "Empire russe": "Q34266",
}


def fold(s):
    """Lower case without accents, hyphens and typographic apostrophes."""
    s = s.replace("\u2019", "'").replace("-", " ").lower()
    return "".join(c for c in unicodedata.normalize("NFD", s)
                   if not unicodedata.combining(c))


def rows():
    """The rows of TABLE as dictionaries, identifiers merged in."""
    for line in TABLE.strip().split("\n"):
        fields = line.split(";")
        if len(fields) != 9:
            sys.exit("TABLE: %d fields: %s" % (len(fields), line))
        name, article, long_name, aliases, code, continent, region, capital, \
            status = fields
        row = dict(zip(COLUMNS, [name, article, long_name, aliases, "", "", "",
                                 continent, region, capital, status]))
        if code:
            territory = get_territory(code)
            if territory is None:
                sys.exit("rigour has no territory " + code)
            row["wikidata"] = territory.qid or ""
            # Former states and the like carry codes of rigour's own: only
            # their Wikidata item is taken.
            if len(code) == 2 and code.isupper():
                row["iso2"] = code
                row["iso3"] = (territory.alpha3 or "").upper()
        row["wikidata"] = WIKIDATA.get(name, row["wikidata"])
        yield row


def check(table, path):
    """Compare the names with CLDR's French territory names."""
    with open(path, encoding="utf8") as f:
        cldr = json.load(f)["main"]["fr"]["localeDisplayNames"]["territories"]
    by_code = {r["iso2"]: r for r in table if r["iso2"]}
    for code, french in sorted(cldr.items()):
        if len(code) != 2 or code in NOT_ISO:
            continue
        row = by_code.get(code)
        if row is None:
            print("missing: %s %s" % (code, french), file=sys.stderr)
            continue
        known = {fold(row["name"]), fold(row["long_name"])}
        known |= {fold(a) for a in row["aliases"].split("|")}
        if fold(french) not in known:
            print("CLDR has %s: %s, here %s" % (code, french, row["name"]),
                  file=sys.stderr)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--cldr", help="territories.json of CLDR's fr locale")
    parser.add_argument("--out", required=True, help="country.tsv to write")
    args = parser.parse_args()
    table = sorted(rows(), key=lambda r: r["name"])
    if args.cldr:
        check(table, args.cldr)
    with open(args.out, "w", encoding="utf8", newline="\n") as f:
        f.write("\t".join(COLUMNS) + "\n")
        for row in table:
            f.write("\t".join(row[c] for c in COLUMNS) + "\n")


# name;article;long name;aliases;code;continent;region;capital;status
# code: ISO 3166-1 alpha-2 in upper case, or a lower-case code of rigour's own
# (former states, constituent countries), or nothing.
TABLE = """
Abkhazie;l';République d'Abkhazie;;;Asie;Caucase;Soukhoumi;disputed
Afghanistan;l';République islamique d'Afghanistan;Émirat islamique d'Afghanistan;AF;Asie;Asie du Sud;Kaboul;state
Afrique du Sud;l';République d'Afrique du Sud;République sud-africaine;ZA;Afrique;Afrique australe;Pretoria;state
Albanie;l';République d'Albanie;;AL;Europe;Balkans;Tirana;state
Algérie;l';République algérienne démocratique et populaire;;DZ;Afrique;Afrique du Nord;Alger;state
Allemagne;l';République fédérale d'Allemagne;;DE;Europe;Europe de l'Ouest;Berlin;state
Andorre;;Principauté d'Andorre;;AD;Europe;Europe du Sud;Andorre-la-Vieille;state
Angleterre;l';;;gb-eng;Europe;Europe de l'Ouest;Londres;territory
Angola;l';République d'Angola;;AO;Afrique;Afrique australe;Luanda;state
Anguilla;;;;AI;Amérique;Caraïbes;The Valley;territory
Antarctique;l';;;AQ;Antarctique;;;territory
Antigua-et-Barbuda;;;Antigua;AG;Amérique;Caraïbes;Saint John's;state
Antilles néerlandaises;les;;;an;Amérique;Caraïbes;Willemstad;former
Arabie saoudite;l';Royaume d'Arabie saoudite;royaume saoudien|royaume wahhabite;SA;Asie;Moyen-Orient;Riyad;state
Argentine;l';République argentine;;AR;Amérique;Amérique du Sud;Buenos Aires;state
Arménie;l';République d'Arménie;;AM;Asie;Caucase;Erevan;state
Aruba;;;;AW;Amérique;Caraïbes;Oranjestad;territory
Australie;l';Commonwealth d'Australie;;AU;Océanie;Australasie;Canberra;state
Autriche;l';République d'Autriche;;AT;Europe;Europe centrale;Vienne;state
Autriche-Hongrie;l';Empire austro-hongrois;;;Europe;Europe centrale;Vienne;former
Azerbaïdjan;l';République d'Azerbaïdjan;;AZ;Asie;Caucase;Bakou;state
Bahamas;les;Commonwealth des Bahamas;îles Bahamas;BS;Amérique;Caraïbes;Nassau;state
Bahreïn;;Royaume de Bahreïn;Bahrain;BH;Asie;Moyen-Orient;Manama;state
Bangladesh;le;République populaire du Bangladesh;;BD;Asie;Asie du Sud;Dacca;state
Barbade;la;;Barbados;BB;Amérique;Caraïbes;Bridgetown;state
Belgique;la;Royaume de Belgique;;BE;Europe;Europe de l'Ouest;Bruxelles;state
Belize;le;;;BZ;Amérique;Amérique centrale;Belmopan;state
Bermudes;les;;îles Bermudes;BM;Amérique;Amérique du Nord;Hamilton;territory
Bhoutan;le;Royaume du Bhoutan;;BT;Asie;Asie du Sud;Thimphou;state
Biafra;le;République du Biafra;;;Afrique;Afrique de l'Ouest;;former
Birmanie;la;République de l'Union du Myanmar;Myanmar|Union birmane|Myanmar (Birmanie);MM;Asie;Asie du Sud-Est;Naypyidaw;state
Biélorussie;la;République de Biélorussie;Bélarus|République du Bélarus;BY;Europe;Europe de l'Est;Minsk;state
Bolivie;la;État plurinational de Bolivie;;BO;Amérique;Amérique du Sud;Sucre;state
Bosnie-Herzégovine;la;;Bosnie|Bosnie et Herzégovine;BA;Europe;Balkans;Sarajevo;state
Botswana;le;République du Botswana;;BW;Afrique;Afrique australe;Gaborone;state
Brunei;le;;sultanat de Brunei|Brunei Darussalam;BN;Asie;Asie du Sud-Est;Bandar Seri Begawan;state
Brésil;le;République fédérative du Brésil;;BR;Amérique;Amérique du Sud;Brasilia;state
Bulgarie;la;République de Bulgarie;;BG;Europe;Balkans;Sofia;state
Burkina Faso;le;;Burkina;BF;Afrique;Afrique de l'Ouest;Ouagadougou;state
Burundi;le;République du Burundi;;BI;Afrique;Afrique de l'Est;Gitega;state
Bénin;le;République du Bénin;;BJ;Afrique;Afrique de l'Ouest;Porto-Novo;state
Cambodge;le;Royaume du Cambodge;;KH;Asie;Asie du Sud-Est;Phnom Penh;state
Cameroun;le;République du Cameroun;;CM;Afrique;Afrique centrale;Yaoundé;state
Canada;le;;;CA;Amérique;Amérique du Nord;Ottawa;state
Cap-Vert;le;République du Cap-Vert;Cabo Verde|République de Cabo Verde|îles du Cap-Vert;CV;Afrique;Afrique de l'Ouest;Praia;state
Centrafrique;la;République centrafricaine;RCA;CF;Afrique;Afrique centrale;Bangui;state
Ceylan;;;île de Ceylan;;Asie;Asie du Sud;Colombo;former
Chili;le;République du Chili;;CL;Amérique;Amérique du Sud;Santiago;state
Chine;la;République populaire de Chine;Chine populaire|Chine communiste|empire du Milieu|RPC;CN;Asie;Asie de l'Est;Pékin;state
Chypre;;République de Chypre;île de Chypre;CY;Europe;Europe du Sud;Nicosie;state
Chypre du Nord;;République turque de Chypre du Nord;RTCN|Chypre-Nord;cy-trnc;Europe;Europe du Sud;Nicosie-Nord;disputed
Colombie;la;République de Colombie;;CO;Amérique;Amérique du Sud;Bogota;state
Comores;les;Union des Comores;archipel des Comores|îles Comores;KM;Afrique;océan Indien;Moroni;state
Congo;le;République du Congo;Congo-Brazzaville|Congo-Brazza;CG;Afrique;Afrique centrale;Brazzaville;state
Congo belge;le;;;;Afrique;Afrique centrale;;former
Corée du Nord;la;République populaire démocratique de Corée;RPDC|royaume ermite;KP;Asie;Asie de l'Est;Pyongyang;state
Corée du Sud;la;République de Corée;pays du Matin calme;KR;Asie;Asie de l'Est;Séoul;state
Costa Rica;le;République du Costa Rica;;CR;Amérique;Amérique centrale;San José;state
Croatie;la;République de Croatie;;HR;Europe;Balkans;Zagreb;state
Cuba;;République de Cuba;;CU;Amérique;Caraïbes;La Havane;state
Curaçao;;;;CW;Amérique;Caraïbes;Willemstad;territory
Côte d'Ivoire;la;République de Côte d'Ivoire;;CI;Afrique;Afrique de l'Ouest;Yamoussoukro;state
Dahomey;le;;République du Dahomey;;Afrique;Afrique de l'Ouest;Porto-Novo;former
Danemark;le;Royaume de Danemark;Royaume du Danemark;DK;Europe;Europe du Nord;Copenhague;state
Djibouti;;République de Djibouti;;DJ;Afrique;Afrique de l'Est;Djibouti;state
Dominique;la;Commonwealth de la Dominique;île de la Dominique;DM;Amérique;Caraïbes;Roseau;state
Empire britannique;l';;Empire colonial britannique;;Europe;Europe de l'Ouest;Londres;former
Empire byzantin;l';;;;Europe;Balkans;Constantinople;former
Empire ottoman;l';;;;Asie;Moyen-Orient;Constantinople;former
Empire romain;l';;;;Europe;Europe du Sud;Rome;former
Empire russe;l';;Russie tsariste|Russie impériale;;Europe;Europe de l'Est;Saint-Pétersbourg;former
Espagne;l';Royaume d'Espagne;;ES;Europe;Europe du Sud;Madrid;state
Estonie;l';République d'Estonie;;EE;Europe;Europe du Nord;Tallinn;state
Eswatini;l';Royaume d'Eswatini;Swaziland|royaume du Swaziland;SZ;Afrique;Afrique australe;Mbabane;state
Fidji;les;République des Fidji;îles Fidji;FJ;Océanie;Mélanésie;Suva;state
Finlande;la;République de Finlande;;FI;Europe;Europe du Nord;Helsinki;state
France;la;République française;Hexagone;FR;Europe;Europe de l'Ouest;Paris;state
Gabon;le;République gabonaise;;GA;Afrique;Afrique centrale;Libreville;state
Gambie;la;République de Gambie;;GM;Afrique;Afrique de l'Ouest;Banjul;state
Ghana;le;République du Ghana;;GH;Afrique;Afrique de l'Ouest;Accra;state
Gibraltar;;;rocher de Gibraltar;GI;Europe;Europe du Sud;Gibraltar;territory
Grenade;la;;île de la Grenade;GD;Amérique;Caraïbes;Saint-Georges;state
Groenland;le;;;GL;Amérique;Amérique du Nord;Nuuk;territory
Grèce;la;République hellénique;;GR;Europe;Europe du Sud;Athènes;state
Guadeloupe;la;;;GP;Amérique;Caraïbes;Basse-Terre;territory
Guam;;;île de Guam;GU;Océanie;Micronésie;Hagåtña;territory
Guatemala;le;République du Guatemala;;GT;Amérique;Amérique centrale;Guatemala;state
Guernesey;;Bailliage de Guernesey;île de Guernesey;GG;Europe;Europe de l'Ouest;Saint-Pierre-Port;territory
Guinée;la;République de Guinée;Guinée-Conakry;GN;Afrique;Afrique de l'Ouest;Conakry;state
Guinée équatoriale;la;République de Guinée équatoriale;;GQ;Afrique;Afrique centrale;Malabo;state
Guinée-Bissau;la;République de Guinée-Bissau;Guinée-Bissao;GW;Afrique;Afrique de l'Ouest;Bissau;state
Guyana;le;République coopérative du Guyana;République coopérative de Guyana|Guyane britannique;GY;Amérique;Amérique du Sud;Georgetown;state
Guyane;la;;Guyane française;GF;Amérique;Amérique du Sud;Cayenne;territory
Géorgie;la;;;GE;Asie;Caucase;Tbilissi;state
Géorgie du Sud-et-les îles Sandwich du Sud;;;Géorgie du Sud|îles Sandwich du Sud;GS;Antarctique;;;territory
Haut-Karabagh;le;République d'Artsakh;Haut-Karabakh|Nagorno-Karabakh|Nagorny-Karabakh|Karabakh|Karabagh|Artsakh;az-nk;Asie;Caucase;Stepanakert;disputed
Haute-Volta;la;République de Haute-Volta;;;Afrique;Afrique de l'Ouest;Ouagadougou;former
Haïti;;République d'Haïti;;HT;Amérique;Caraïbes;Port-au-Prince;state
Honduras;le;République du Honduras;;HN;Amérique;Amérique centrale;Tegucigalpa;state
Hong Kong;;Région administrative spéciale de Hong Kong;Hongkong|R.A.S. chinoise de Hong Kong;HK;Asie;Asie de l'Est;;territory
Hongrie;la;République de Hongrie;;HU;Europe;Europe centrale;Budapest;state
Inde;l';République de l'Inde;République d'Inde|Union indienne;IN;Asie;Asie du Sud;New Delhi;state
Indochine;l';Union indochinoise;Indochine française;;Asie;Asie du Sud-Est;Hanoï;former
Indonésie;l';République d'Indonésie;;ID;Asie;Asie du Sud-Est;Jakarta;state
Irak;l';République d'Irak;Iraq;IQ;Asie;Moyen-Orient;Bagdad;state
Iran;l';République islamique d'Iran;;IR;Asie;Moyen-Orient;Téhéran;state
Irlande;l';République d'Irlande;île d'Émeraude;IE;Europe;Europe de l'Ouest;Dublin;state
Irlande du Nord;l';;;gb-nir;Europe;Europe de l'Ouest;Belfast;territory
Islande;l';République d'Islande;;IS;Europe;Europe du Nord;Reykjavik;state
Israël;;État d'Israël;État hébreu;IL;Asie;Proche-Orient;Jérusalem;state
Italie;l';République italienne;;IT;Europe;Europe du Sud;Rome;state
Jamaïque;la;;;JM;Amérique;Caraïbes;Kingston;state
Japon;le;;pays du Soleil-Levant|empire du Soleil-Levant|archipel nippon;JP;Asie;Asie de l'Est;Tokyo;state
Jersey;;Bailliage de Jersey;île de Jersey;JE;Europe;Europe de l'Ouest;Saint-Hélier;territory
Jordanie;la;Royaume hachémite de Jordanie;royaume hachémite;JO;Asie;Proche-Orient;Amman;state
Kampuchéa démocratique;le;;Kampuchéa;;Asie;Asie du Sud-Est;Phnom Penh;former
Kazakhstan;le;République du Kazakhstan;;KZ;Asie;Asie centrale;Astana;state
Kenya;le;République du Kenya;;KE;Afrique;Afrique de l'Est;Nairobi;state
Kirghizstan;le;République kirghize;Kirghizistan|Kirghizie;KG;Asie;Asie centrale;Bichkek;state
Kiribati;;République de Kiribati;îles Kiribati;KI;Océanie;Micronésie;Tarawa-Sud;state
Kosovo;le;République du Kosovo;;XK;Europe;Balkans;Pristina;disputed
Koweït;le;État du Koweït;Kuwait|émirat du Koweït;KW;Asie;Moyen-Orient;Koweït;state
La Réunion;la;;île de la Réunion;RE;Afrique;océan Indien;Saint-Denis;territory
Laos;le;République démocratique populaire lao;RDP Lao;LA;Asie;Asie du Sud-Est;Vientiane;state
Lesotho;le;Royaume du Lesotho;;LS;Afrique;Afrique australe;Maseru;state
Lettonie;la;République de Lettonie;;LV;Europe;Europe du Nord;Riga;state
Liban;le;République libanaise;pays du Cèdre;LB;Asie;Proche-Orient;Beyrouth;state
Liberia;le;République du Liberia;;LR;Afrique;Afrique de l'Ouest;Monrovia;state
Libye;la;État de Libye;Jamahiriya arabe libyenne;LY;Afrique;Afrique du Nord;Tripoli;state
Liechtenstein;le;Principauté du Liechtenstein;;LI;Europe;Europe centrale;Vaduz;state
Lituanie;la;République de Lituanie;;LT;Europe;Europe du Nord;Vilnius;state
Luxembourg;le;Grand-Duché de Luxembourg;grand-duché du Luxembourg;LU;Europe;Europe de l'Ouest;Luxembourg;state
Macao;;Région administrative spéciale de Macao;Macau|R.A.S. chinoise de Macao;MO;Asie;Asie de l'Est;;territory
Macédoine du Nord;la;République de Macédoine du Nord;Macédoine|ARYM|Ancienne République yougoslave de Macédoine|République de Macédoine;MK;Europe;Balkans;Skopje;state
Madagascar;;République de Madagascar;Grande Île;MG;Afrique;océan Indien;Antananarivo;state
Malaisie;la;;Malaysia;MY;Asie;Asie du Sud-Est;Kuala Lumpur;state
Malawi;le;République du Malawi;;MW;Afrique;Afrique australe;Lilongwe;state
Maldives;les;République des Maldives;îles Maldives|archipel des Maldives;MV;Asie;océan Indien;Malé;state
Mali;le;République du Mali;;ML;Afrique;Afrique de l'Ouest;Bamako;state
Malte;;République de Malte;île de Malte;MT;Europe;Europe du Sud;La Valette;state
Mandchoukouo;le;;Manchukuo;;Asie;Asie de l'Est;;former
Maroc;le;Royaume du Maroc;royaume chérifien;MA;Afrique;Afrique du Nord;Rabat;state
Martinique;la;;;MQ;Amérique;Caraïbes;Fort-de-France;territory
Maurice;;République de Maurice;île Maurice;MU;Afrique;océan Indien;Port-Louis;state
Mauritanie;la;République islamique de Mauritanie;;MR;Afrique;Afrique de l'Ouest;Nouakchott;state
Mayotte;;;archipel de Mayotte;YT;Afrique;océan Indien;Mamoudzou;territory
Mexique;le;États-Unis mexicains;États unis du Mexique;MX;Amérique;Amérique du Nord;Mexico;state
Micronésie;la;États fédérés de Micronésie;;FM;Océanie;Micronésie;Palikir;state
Moldavie;la;République de Moldavie;Moldova|République de Moldova;MD;Europe;Europe de l'Est;Chisinau;state
Monaco;;Principauté de Monaco;principauté monégasque;MC;Europe;Europe de l'Ouest;Monaco;state
Mongolie;la;;Mongolie-Extérieure|République populaire de Mongolie;MN;Asie;Asie de l'Est;Oulan-Bator;state
Montserrat;;;île de Montserrat;MS;Amérique;Caraïbes;;territory
Monténégro;le;;;ME;Europe;Balkans;Podgorica;state
Mozambique;le;République du Mozambique;;MZ;Afrique;Afrique australe;Maputo;state
Namibie;la;République de Namibie;;NA;Afrique;Afrique australe;Windhoek;state
Nauru;;République de Nauru;;NR;Océanie;Micronésie;Yaren;state
Nicaragua;le;République du Nicaragua;;NI;Amérique;Amérique centrale;Managua;state
Niger;le;République du Niger;;NE;Afrique;Afrique de l'Ouest;Niamey;state
Nigeria;le;République fédérale du Nigeria;;NG;Afrique;Afrique de l'Ouest;Abuja;state
Niue;;;île de Niue;NU;Océanie;Polynésie;Alofi;territory
Nord-Vietnam;le;République démocratique du Vietnam;Viêt Nam du Nord|Vietnam du Nord;;Asie;Asie du Sud-Est;Hanoï;former
Norvège;la;Royaume de Norvège;;NO;Europe;Europe du Nord;Oslo;state
Nouvelle-Calédonie;la;;Kanaky|Kanaky-Nouvelle-Calédonie;NC;Océanie;Mélanésie;Nouméa;territory
Nouvelle-Zélande;la;;Aotearoa|pays du Long Nuage blanc;NZ;Océanie;Australasie;Wellington;state
Nyassaland;le;;Nyasaland;;Afrique;Afrique australe;;former
Népal;le;République démocratique fédérale du Népal;République fédérale démocratique du Népal;NP;Asie;Asie du Sud;Katmandou;state
Oman;;Sultanat d'Oman;;OM;Asie;Moyen-Orient;Mascate;state
Ossétie du Sud;l';République d'Ossétie du Sud;;;Asie;Caucase;Tskhinvali;disputed
Oubangui-Chari;l';;;;Afrique;Afrique centrale;Bangui;former
Ouganda;l';République d'Ouganda;République de l'Ouganda;UG;Afrique;Afrique de l'Est;Kampala;state
Ouzbékistan;l';République d'Ouzbékistan;;UZ;Asie;Asie centrale;Tachkent;state
Pakistan;le;République islamique du Pakistan;;PK;Asie;Asie du Sud;Islamabad;state
Palaos;les;République des Palaos;Palau|îles Palaos;PW;Océanie;Micronésie;Ngerulmud;state
Palestine;la;État de Palestine;Territoires palestiniens|territoires palestiniens occupés;PS;Asie;Proche-Orient;;disputed
Panama;le;République du Panama;;PA;Amérique;Amérique centrale;Panama;state
Papouasie-Nouvelle-Guinée;la;État indépendant de Papouasie-Nouvelle-Guinée;;PG;Océanie;Mélanésie;Port Moresby;state
Paraguay;le;République du Paraguay;;PY;Amérique;Amérique du Sud;Asuncion;state
Pays de Galles;le;;;gb-wls;Europe;Europe de l'Ouest;Cardiff;territory
Pays-Bas;les;Royaume des Pays-Bas;Hollande;NL;Europe;Europe de l'Ouest;Amsterdam;state
Pays-Bas caribéens;les;;Bonaire, Saint-Eustache et Saba;BQ;Amérique;Caraïbes;;territory
Perse;la;;Empire perse;;Asie;Moyen-Orient;;former
Philippines;les;République des Philippines;archipel philippin;PH;Asie;Asie du Sud-Est;Manille;state
Pologne;la;République de Pologne;;PL;Europe;Europe centrale;Varsovie;state
Polynésie française;la;;;PF;Océanie;Polynésie;Papeete;territory
Porto Rico;;Commonwealth de Porto Rico;Puerto Rico|État libre associé de Porto Rico;PR;Amérique;Caraïbes;San Juan;territory
Portugal;le;République portugaise;;PT;Europe;Europe du Sud;Lisbonne;state
Prusse;la;Royaume de Prusse;;;Europe;Europe centrale;Berlin;former
Pérou;le;République du Pérou;;PE;Amérique;Amérique du Sud;Lima;state
Qatar;le;État du Qatar;émirat du Qatar|Katar;QA;Asie;Moyen-Orient;Doha;state
RDA;la;République démocratique allemande;Allemagne de l'Est|Allemagne orientale|ex-RDA;dd;Europe;Europe centrale;Berlin-Est;former
RFA;la;;Allemagne de l'Ouest|ex-RFA;;Europe;Europe de l'Ouest;Bonn;former
Rhodésie;la;République de Rhodésie;Rhodésie du Sud;;Afrique;Afrique australe;Salisbury;former
Rhodésie du Nord;la;;;;Afrique;Afrique australe;;former
Roumanie;la;;;RO;Europe;Balkans;Bucarest;state
Royaume-Uni;le;Royaume-Uni de Grande-Bretagne et d'Irlande du Nord;Grande-Bretagne|UK|perfide Albion;GB;Europe;Europe de l'Ouest;Londres;state
Russie;la;Fédération de Russie;;RU;Europe;Europe de l'Est;Moscou;state
Rwanda;le;République du Rwanda;pays des Mille Collines;RW;Afrique;Afrique de l'Est;Kigali;state
République arabe unie;la;;RAU;;Afrique;Afrique du Nord;Le Caire;former
République dominicaine;la;;;DO;Amérique;Caraïbes;Saint-Domingue;state
République démocratique du Congo;la;;RDC|RD Congo|Congo-Kinshasa|Congo démocratique;CD;Afrique;Afrique centrale;Kinshasa;state
Sahara occidental;le;;Sahara espagnol|République arabe sahraouie démocratique|RASD;EH;Afrique;Afrique du Nord;Laâyoune;disputed
Saint-Barthélemy;;;Saint-Barth|île de Saint-Barthélemy;BL;Amérique;Caraïbes;Gustavia;territory
Saint-Christophe-et-Niévès;;Fédération de Saint-Christophe-et-Niévès;Saint-Kitts-et-Nevis|Saint-Kitts-et-Niévès|Saint-Christophe-et-Nevis;KN;Amérique;Caraïbes;Basseterre;state
Saint-Marin;;République de Saint-Marin;;SM;Europe;Europe du Sud;Saint-Marin;state
Saint-Martin;;;île de Saint-Martin;MF;Amérique;Caraïbes;Marigot;territory
Saint-Pierre-et-Miquelon;;;archipel de Saint-Pierre-et-Miquelon;PM;Amérique;Amérique du Nord;Saint-Pierre;territory
Saint-Vincent-et-les-Grenadines;;;;VC;Amérique;Caraïbes;Kingstown;state
Sainte-Hélène;;;île de Sainte-Hélène|Sainte-Hélène, Ascension et Tristan da Cunha;SH;Afrique;;Jamestown;territory
Sainte-Lucie;;;;LC;Amérique;Caraïbes;Castries;state
Salvador;le;République du Salvador;El Salvador;SV;Amérique;Amérique centrale;San Salvador;state
Samoa;les;État indépendant du Samoa;Samoa occidentales|îles Samoa;WS;Océanie;Polynésie;Apia;state
Samoa américaines;les;;;AS;Océanie;Polynésie;Pago Pago;territory
Sao Tomé-et-Principe;;République démocratique de Sao Tomé-et-Principe;Sao Tomé|São Tomé e Príncipe;ST;Afrique;Afrique centrale;Sao Tomé;state
Serbie;la;République de Serbie;;RS;Europe;Balkans;Belgrade;state
Serbie-et-Monténégro;la;;Serbie-Monténégro|Communauté d'États de Serbie-et-Monténégro;csxx;Europe;Balkans;Belgrade;former
Seychelles;les;République des Seychelles;îles Seychelles|archipel des Seychelles;SC;Afrique;océan Indien;Victoria;state
Sierra Leone;la;République de Sierra Leone;;SL;Afrique;Afrique de l'Ouest;Freetown;state
Singapour;;République de Singapour;cité-État de Singapour;SG;Asie;Asie du Sud-Est;Singapour;state
Sint Maarten;;;Saint-Martin (partie néerlandaise)|partie néerlandaise de Saint-Martin;SX;Amérique;Caraïbes;Philipsburg;territory
Slovaquie;la;République slovaque;;SK;Europe;Europe centrale;Bratislava;state
Slovénie;la;République de Slovénie;;SI;Europe;Europe centrale;Ljubljana;state
Somalie;la;République fédérale de Somalie;;SO;Afrique;Afrique de l'Est;Mogadiscio;state
Somaliland;le;République du Somaliland;;;Afrique;Afrique de l'Est;Hargeisa;disputed
Soudan;le;République du Soudan;;SD;Afrique;Afrique de l'Est;Khartoum;state
Soudan du Sud;le;République du Soudan du Sud;Sud-Soudan;SS;Afrique;Afrique de l'Est;Juba;state
Soudan français;le;;;;Afrique;Afrique de l'Ouest;Bamako;former
Sri Lanka;le;République socialiste démocratique du Sri Lanka;République démocratique socialiste de Sri Lanka;LK;Asie;Asie du Sud;Sri Jayawardenapura Kotte;state
Sud-Vietnam;le;République du Vietnam;Viêt Nam du Sud|Vietnam du Sud;;Asie;Asie du Sud-Est;Saïgon;former
Suisse;la;Confédération suisse;Confédération helvétique|Helvétie;CH;Europe;Europe de l'Ouest;Berne;state
Suriname;le;République du Suriname;Surinam|Guyane néerlandaise;SR;Amérique;Amérique du Sud;Paramaribo;state
Suède;la;Royaume de Suède;;SE;Europe;Europe du Nord;Stockholm;state
Svalbard et Jan Mayen;;;Svalbard et île Jan Mayen;SJ;Europe;Europe du Nord;;territory
Syrie;la;République arabe syrienne;;SY;Asie;Proche-Orient;Damas;state
Sénégal;le;République du Sénégal;pays de la Teranga;SN;Afrique;Afrique de l'Ouest;Dakar;state
Tadjikistan;le;République du Tadjikistan;;TJ;Asie;Asie centrale;Douchanbé;state
Tanganyika;le;;;;Afrique;Afrique de l'Est;Dar es Salaam;former
Tanzanie;la;République unie de Tanzanie;;TZ;Afrique;Afrique de l'Est;Dodoma;state
Taïwan;;République de Chine;Formose|Taipei chinois|île de Taïwan;TW;Asie;Asie de l'Est;Taipei;disputed
Tchad;le;République du Tchad;;TD;Afrique;Afrique centrale;N'Djamena;state
Tchécoslovaquie;la;République socialiste tchécoslovaque;République fédérale tchèque et slovaque;cshh;Europe;Europe centrale;Prague;former
Tchéquie;la;République tchèque;;CZ;Europe;Europe centrale;Prague;state
Terres australes et antarctiques françaises;les;;TAAF|Terres australes françaises|Terres australes et antarctiques;TF;Antarctique;;;territory
Territoire britannique de l'océan Indien;le;;;IO;Asie;océan Indien;;territory
Thaïlande;la;Royaume de Thaïlande;royaume de Siam;TH;Asie;Asie du Sud-Est;Bangkok;state
Timor oriental;le;République démocratique du Timor oriental;Timor-Leste|Timor Est|République démocratique du Timor-Leste;TL;Asie;Asie du Sud-Est;Dili;state
Togo;le;République togolaise;;TG;Afrique;Afrique de l'Ouest;Lomé;state
Tokelau;les;;îles Tokelau;TK;Océanie;Polynésie;;territory
Tonga;les;Royaume des Tonga;îles Tonga|royaume de Tonga;TO;Océanie;Polynésie;Nuku'alofa;state
Transnistrie;la;République moldave du Dniestr;République moldave de Transnistrie;;Europe;Europe de l'Est;Tiraspol;disputed
Trinité-et-Tobago;;République de Trinité-et-Tobago;Trinidad-et-Tobago|Trinidad and Tobago;TT;Amérique;Caraïbes;Port-d'Espagne;state
Troisième Reich;le;;IIIe Reich|Allemagne nazie|Allemagne hitlérienne|Reich nazi;;Europe;Europe centrale;Berlin;former
Tunisie;la;République tunisienne;;TN;Afrique;Afrique du Nord;Tunis;state
Turkménistan;le;;Turkménie;TM;Asie;Asie centrale;Achgabat;state
Turquie;la;République de Turquie;Türkiye;TR;Asie;Moyen-Orient;Ankara;state
Tuvalu;les;;îles Tuvalu;TV;Océanie;Polynésie;Funafuti;state
URSS;l';Union des républiques socialistes soviétiques;Union soviétique|ex-URSS|ex-Union soviétique;suhh;Europe;Europe de l'Est;Moscou;former
Ukraine;l';;;UA;Europe;Europe de l'Est;Kiev;state
Uruguay;l';République orientale de l'Uruguay;;UY;Amérique;Amérique du Sud;Montevideo;state
Vanuatu;le;République de Vanuatu;Nouvelles-Hébrides|République du Vanuatu;VU;Océanie;Mélanésie;Port-Vila;state
Vatican;le;État de la Cité du Vatican;Cité du Vatican|Saint-Siège;VA;Europe;Europe du Sud;;state
Venezuela;le;République bolivarienne du Venezuela;;VE;Amérique;Amérique du Sud;Caracas;state
Vietnam;le;République socialiste du Vietnam;Viêt Nam;VN;Asie;Asie du Sud-Est;Hanoï;state
Wallis-et-Futuna;;;îles Wallis et Futuna;WF;Océanie;Polynésie;Mata'utu;territory
Yougoslavie;la;République fédérative socialiste de Yougoslavie;ex-Yougoslavie|République fédérale de Yougoslavie;yucs;Europe;Balkans;Belgrade;former
Yémen;le;République du Yémen;;YE;Asie;Moyen-Orient;Sanaa;state
Yémen du Nord;le;République arabe du Yémen;Nord-Yémen;;Asie;Moyen-Orient;Sanaa;former
Yémen du Sud;le;République démocratique populaire du Yémen;Sud-Yémen;;Asie;Moyen-Orient;Aden;former
Zambie;la;République de Zambie;;ZM;Afrique;Afrique australe;Lusaka;state
Zaïre;le;République du Zaïre;;zr;Afrique;Afrique centrale;Kinshasa;former
Zimbabwe;le;République du Zimbabwe;;ZW;Afrique;Afrique australe;Harare;state
Écosse;l';;;gb-sct;Europe;Europe de l'Ouest;Édimbourg;territory
Égypte;l';République arabe d'Égypte;;EG;Afrique;Afrique du Nord;Le Caire;state
Émirats arabes unis;les;;Émirats|EAU|Fédération des Émirats arabes unis;AE;Asie;Moyen-Orient;Abou Dhabi;state
Équateur;l';République de l'Équateur;République d'Équateur;EC;Amérique;Amérique du Sud;Quito;state
Érythrée;l';État d'Érythrée;;ER;Afrique;Afrique de l'Est;Asmara;state
États-Unis;les;États-Unis d'Amérique;USA|Oncle Sam|pays de l'Oncle Sam;US;Amérique;Amérique du Nord;Washington;state
Éthiopie;l';République fédérale démocratique d'Éthiopie;Abyssinie;ET;Afrique;Afrique de l'Est;Addis-Abeba;state
île Bouvet;l';;;BV;Antarctique;;;territory
île Christmas;l';;;CX;Océanie;océan Indien;;territory
île Norfolk;l';;;NF;Océanie;Australasie;Kingston;territory
île de Man;l';;;IM;Europe;Europe de l'Ouest;Douglas;territory
îles Caïmans;les;;Caïmans;KY;Amérique;Caraïbes;George Town;territory
îles Cocos;les;;îles Keeling;CC;Océanie;océan Indien;;territory
îles Cook;les;;;CK;Océanie;Polynésie;Avarua;territory
îles Féroé;les;;Féroé;FO;Europe;Europe du Nord;Torshavn;territory
îles Heard-et-MacDonald;les;;îles Heard-et-McDonald|île Heard;HM;Antarctique;;;territory
îles Malouines;les;;Malouines|îles Falkland|Falkland|Falklands;FK;Amérique;Amérique du Sud;Stanley;territory
îles Mariannes du Nord;les;;Mariannes du Nord;MP;Océanie;Micronésie;Saipan;territory
îles Marshall;les;République des Îles Marshall;;MH;Océanie;Micronésie;Majuro;state
îles Pitcairn;les;;Pitcairn|île Pitcairn;PN;Océanie;Polynésie;Adamstown;territory
îles Salomon;les;;;SB;Océanie;Mélanésie;Honiara;state
îles Turques-et-Caïques;les;;Turks-et-Caïcos|îles Turks et Caïcos|îles Turks-et-Caïques;TC;Amérique;Caraïbes;Cockburn Town;territory
îles Vierges américaines;les;;îles Vierges des États-Unis;VI;Amérique;Caraïbes;Charlotte-Amélie;territory
îles Vierges britanniques;les;;;VG;Amérique;Caraïbes;Road Town;territory
îles mineures éloignées des États-Unis;les;;;UM;Océanie;;;territory
îles Åland;les;;Åland|archipel d'Åland;AX;Europe;Europe du Nord;Mariehamn;territory
"""

if __name__ == "__main__":
    main()
