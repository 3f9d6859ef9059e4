-- What a person looks at: findings in rows, with the words that they rest on. Every place is a pair
-- of code points, start and end, in the text of the article; `outlet` is the path of the article
-- where it is not known who published it.

-- Articles as they are now: the version of each that was given last.
CREATE VIEW current_articles AS
SELECT
    v.id AS article, v.published, v.outlet, v.title, v.byline, v.owner, v.language, v.words,
    v.version, v.path, v.url, custody.read_at, custody.archive_url
FROM versions AS v
LEFT JOIN custody ON custody.version = v.number
WHERE v.number = (SELECT current FROM articles WHERE number = v.article);

-- The articles of each story with their lineage; the root is the best kept report of a lineage.
CREATE VIEW story_articles AS
SELECT
    s.id AS story, s.title AS story_title, v.id AS article, v.published,
    coalesce(v.outlet, v.path) AS outlet, v.title, l.id AS lineage,
    l.root IS v.id AS is_root, v.path
FROM stories AS s
JOIN json_each(s.record, '$.articles') AS member
JOIN versions AS v ON v.id = member.value
LEFT JOIN lineages AS l ON l.neighbourhood = s.neighbourhood AND l.story = s.id AND EXISTS (
    SELECT 1 FROM json_each(l.record, '$.articles') AS one WHERE one.value = v.id
);

-- Which article was made from which.
CREATE VIEW made_from AS
SELECT
    d.child, d.kind, d.parent, d.probability, coalesce(c.outlet, c.path) AS child_outlet,
    coalesce(p.outlet, p.path) AS parent_outlet,
    c.published AS child_published, p.published AS parent_published, c.title AS child_title,
    p.title AS parent_title
FROM derivations AS d
JOIN versions AS c ON c.id = d.child
JOIN versions AS p ON p.id = d.parent;

-- Why: what speaks for a derivation (weight above 0) and against it, in log-odds.
CREATE VIEW evidence AS
SELECT
    d.child, d.parent,
    json_extract(e.value, '$.signal') AS signal,
    json_extract(e.value, '$.weight') AS weight,
    json_extract(e.value, '$.score') AS score,
    json_extract(e.value, '$.note') AS note,
    substr(c.text, json_extract(e.value, '$.child_span.start') + 1,
        json_extract(e.value, '$.child_span.end') - json_extract(e.value, '$.child_span.start')
    ) AS child_words,
    substr(p.text, json_extract(e.value, '$.parent_span.start') + 1,
        json_extract(e.value, '$.parent_span.end') - json_extract(e.value, '$.parent_span.start')
    ) AS parent_words
FROM derivations AS d
JOIN json_each(d.record, '$.evidence') AS e
JOIN versions AS c ON c.id = d.child
JOIN versions AS p ON p.id = d.parent;

-- What each retelling changed, in the words of both.
CREATE VIEW changes AS
SELECT
    x.kind, x.severity, x.note,
    substr(p.text, json_extract(x.record, '$.parent_span.start') + 1,
        json_extract(x.record, '$.parent_span.end') - json_extract(x.record, '$.parent_span.start')
    ) AS parent_words,
    substr(c.text, json_extract(x.record, '$.child_span.start') + 1,
        json_extract(x.record, '$.child_span.end') - json_extract(x.record, '$.child_span.start')
    ) AS child_words,
    coalesce(p.outlet, p.path) AS parent_outlet, coalesce(c.outlet, c.path) AS child_outlet,
    x.parent, x.child
FROM variants AS x
JOIN versions AS c ON c.id = x.child
JOIN versions AS p ON p.id = x.parent;

-- Words between quotation marks, and who is said to have uttered them.
CREATE VIEW quotations AS
SELECT
    json_extract(q.value, '$.speaker') AS speaker,
    substr(v.text, json_extract(q.value, '$.span.start') + 1,
        json_extract(q.value, '$.span.end') - json_extract(q.value, '$.span.start')) AS words,
    json_extract(q.value, '$.cue') AS cue,
    json_extract(q.value, '$.kind') AS kind,
    coalesce(v.outlet, v.path) AS outlet, v.published, v.title, v.id AS article,
    json_extract(q.value, '$.span.start') AS start,
    json_extract(q.value, '$.span.end') AS "end"
FROM readings AS r
JOIN versions AS v ON v.number = r.version
JOIN json_each(r.quotations) AS q;

-- Who is said to have said, thought or wanted what, quoted or not.
CREATE VIEW attributions AS
SELECT
    json_extract(a.value, '$.source') AS source,
    json_extract(a.value, '$.source_kind') AS source_kind,
    substr(v.text, json_extract(a.value, '$.cue_span.start') + 1,
        json_extract(a.value, '$.cue_span.end') - json_extract(a.value, '$.cue_span.start')
    ) AS cue,
    (
        SELECT group_concat(substr(v.text, json_extract(c.value, '$.start') + 1,
            json_extract(c.value, '$.end') - json_extract(c.value, '$.start')), ' … ')
        FROM json_each(a.value, '$.content_spans') AS c
    ) AS content,
    json_extract(a.value, '$.kind') AS kind,
    json_extract(a.value, '$.speech') AS is_speech,
    json_extract(a.value, '$.negated') AS is_negated,
    coalesce(v.outlet, v.path) AS outlet, v.published, v.title, v.id AS article, a.key AS place,
    json_extract(a.value, '$.parent') AS inside
FROM readings AS r
JOIN versions AS v ON v.number = r.version
JOIN json_each(r.attributions) AS a;

-- Names in the texts, as a parse finds them.
CREATE VIEW names AS
SELECT
    substr(v.text, json_extract(e.value, '$.span.start') + 1,
        json_extract(e.value, '$.span.end') - json_extract(e.value, '$.span.start')) AS name,
    json_extract(e.value, '$.kind') AS kind,
    coalesce(v.outlet, v.path) AS outlet, v.title, v.id AS article,
    json_extract(e.value, '$.span.start') AS start,
    json_extract(e.value, '$.span.end') AS "end"
FROM readings AS r
JOIN versions AS v ON v.number = r.version
JOIN json_each(r.entities) AS e;

-- Names, roles, numbers, dates and hedges, as rules find them; equal keys are one thing.
CREATE VIEW mentions AS
SELECT
    json_extract(m.value, '$.kind') AS kind,
    json_extract(m.value, '$.key') AS "key",
    substr(v.text, json_extract(m.value, '$.span.start') + 1,
        json_extract(m.value, '$.span.end') - json_extract(m.value, '$.span.start')) AS words,
    coalesce(v.outlet, v.path) AS outlet, v.title, v.id AS article,
    json_extract(m.value, '$.span.start') AS start,
    json_extract(m.value, '$.span.end') AS "end"
FROM readings AS r
JOIN versions AS v ON v.number = r.version
JOIN json_each(r.mentions) AS m;

-- Dates, times and lengths of time with their value (ISO 8601 or TIMEX3).
CREATE VIEW times AS
SELECT
    json_extract(t.value, '$.value') AS value,
    substr(v.text, json_extract(t.value, '$.span.start') + 1,
        json_extract(t.value, '$.span.end') - json_extract(t.value, '$.span.start')) AS words,
    json_extract(t.value, '$.kind') AS kind,
    coalesce(v.outlet, v.path) AS outlet, v.published, v.title, v.id AS article,
    json_extract(t.value, '$.span.start') AS start,
    json_extract(t.value, '$.span.end') AS "end"
FROM readings AS r
JOIN versions AS v ON v.number = r.version
JOIN json_each(r.times) AS t;

-- Figures with their bounds, units and what they count.
CREATE VIEW quantities AS
SELECT
    substr(v.text, json_extract(n.value, '$.span.start') + 1,
        json_extract(n.value, '$.span.end') - json_extract(n.value, '$.span.start')) AS words,
    json_extract(n.value, '$.low') AS low,
    json_extract(n.value, '$.high') AS high,
    json_extract(n.value, '$.unit') AS unit,
    substr(v.text, json_extract(n.value, '$.counted.start') + 1,
        json_extract(n.value, '$.counted.end') - json_extract(n.value, '$.counted.start')
    ) AS counted,
    json_extract(n.value, '$.kind') AS kind,
    coalesce(v.outlet, v.path) AS outlet, v.title, v.id AS article,
    json_extract(n.value, '$.span.start') AS start,
    json_extract(n.value, '$.span.end') AS "end"
FROM readings AS r
JOIN versions AS v ON v.number = r.version
JOIN json_each(r.quantities) AS n;

-- Each place where a claim is stated, and who is the first to be said to have said it.
CREATE VIEW claim_statements AS
SELECT
    x.id AS claim, x.grade,
    substr(v.text, json_extract(s.value, '$.span.start') + 1,
        json_extract(s.value, '$.span.end') - json_extract(s.value, '$.span.start')) AS words,
    json_extract(x.record, '$.origins[' || json_extract(s.value, '$.origin') || '].name') AS origin,
    json_extract(s.value, '$.force') AS force,
    json_extract(s.value, '$.negated') AS is_negated,
    coalesce(v.outlet, v.path) AS outlet, v.published, v.title, v.id AS article, x.story
FROM claims AS x
JOIN json_each(x.record, '$.statements') AS s
JOIN versions AS v ON v.id = json_extract(s.value, '$.article');

-- What articles have differently: one row for each place, side by side.
CREATE VIEW conflict_sides AS
SELECT
    x.id AS conflict, x.slot, json_extract(side.value, '$.key') AS side,
    substr(v.text, json_extract(f.value, '$.span.start') + 1,
        json_extract(f.value, '$.span.end') - json_extract(f.value, '$.span.start')) AS words,
    coalesce(v.outlet, v.path) AS outlet, v.published, v.title, v.id AS article,
    json_extract(f.value, '$.claim') AS claim, x.story
FROM conflicts AS x
JOIN json_each(x.record, '$.sides') AS side
JOIN json_each(side.value, '$.fillings') AS f
JOIN versions AS v ON v.id = json_extract(f.value, '$.article');

-- Where each actor is named, and how.
CREATE VIEW actor_mentions AS
SELECT
    x.name AS actor, x.kind,
    substr(v.text, json_extract(m.value, '$.span.start') + 1,
        json_extract(m.value, '$.span.end') - json_extract(m.value, '$.span.start')) AS words,
    coalesce(v.outlet, v.path) AS outlet, v.title, v.id AS article,
    json_extract(m.value, '$.span.start') AS start,
    json_extract(m.value, '$.span.end') AS "end"
FROM actors AS x
JOIN json_each(x.record, '$.mentions') AS m
JOIN versions AS v ON v.id = json_extract(m.value, '$.article');

-- What is told of each date, in the words of the first article that dates it so.
CREATE VIEW timeline AS
SELECT
    e.date, substr(v.text, json_extract(s.value, '$.span.start') + 1,
        json_extract(s.value, '$.span.end') - json_extract(s.value, '$.span.start')) AS words,
    json_array_length(e.record, '$.dated') AS statements,
    json_array_length(e.record, '$.lineages') AS lineages,
    c.grade, coalesce(v.outlet, v.path) AS outlet, v.id AS article, e.claim, e.story
FROM events AS e
JOIN claims AS c ON c.neighbourhood = e.neighbourhood AND c.id = e.claim
JOIN json_each(c.record, '$.statements') AS s
    ON s.key = json_extract(e.record, '$.dated[0].statement')
JOIN versions AS v ON v.id = json_extract(s.value, '$.article')
ORDER BY e.date, e.story, e.place;

-- One figure over time and outlets.
CREATE VIEW number_points AS
SELECT
    x.thing, x.unit, json_extract(p.value, '$.low') AS low, json_extract(p.value, '$.high') AS high,
    substr(v.text, json_extract(p.value, '$.span.start') + 1,
        json_extract(p.value, '$.span.end') - json_extract(p.value, '$.span.start')) AS words,
    json_extract(p.value, '$.published') AS published, json_extract(p.value, '$.source') AS source,
    coalesce(v.outlet, v.path) AS outlet, v.id AS article, x.course, x.story, x.neighbourhood,
    x.place
FROM tracked_numbers AS x
JOIN json_each(x.record, '$.points') AS p
JOIN versions AS v ON v.id = json_extract(p.value, '$.article');
