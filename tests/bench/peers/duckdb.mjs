// DuckDB, on one thread: the criteria as SQL over a table whose columns have the types that the tests want. Scores and bands become
// a table of its own, as leadscore's stay in its memory; they are read out when they are checked.

import { criteriaIn } from '../criteria.mjs';
import { PROPERTIES } from '../workload.mjs';

const quoted = (text) => `'${text.replaceAll("'", "''")}'`;
const list = (texts) => texts.map(quoted).join(', ');

const LANGUAGE = {
  all: (parts) => `(${parts.join(' AND ')})`,
  any: (parts) => `(${parts.join(' OR ')})`,
  // What is not known makes a test unknown, and its opposite too; here it is not met, and its opposite is.
  not: (part) => `(${part}) IS NOT TRUE`,
  contains: (property, texts) => `(${texts.map((text) => `contains(${property}, ${quoted(text)})`).join(' OR ')})`,
  isAnyOf: (property, texts) => `${property} IN (${list(texts)})`,
  // Faster than list_has_any.
  hasAny: (property, texts) => `(${texts.map((text) => `list_contains(${property}, ${quoted(text)})`).join(' OR ')})`,
  hasAll: (property, texts) => `(${texts.map((text) => `list_contains(${property}, ${quoted(text)})`).join(' AND ')})`,
  isTrue: (property) => property,
  between: (property, least, most) => `${property} BETWEEN ${least} AND ${most}`,
  atLeast: (property, least) => `${property} >= ${least}`,
  above: (property, least) => `${property} > ${least}`,
  below: (property, most) => `${property} < ${most}`,
  known: (property) => `${property} IS NOT NULL`,
};

const text = (name) => `lower(${name}) AS ${name}`;
const number = (name) => `try_cast(${name} AS DOUBLE) AS ${name}`;
const time = (name) => `epoch_ms(try_cast(${name} AS TIMESTAMP)) AS ${name}`;

/** The facts of contacts whose columns are text: what facts.mjs does. */
const FACTS = [
  'company',
  'comments',
  ...['jobtitle', 'industry', 'country', 'hs_analytics_source', 'hs_analytics_first_referrer', 'lifecyclestage', 'pages_visited', 'sales_feedback'].map(text),
  ...['numemployees', 'annualrevenue', 'hs_analytics_num_visits', 'hs_analytics_num_page_views'].map(number),
  ...['hs_email_open', 'hs_email_click', 'hs_social_linkedin_clicks'].map(number),
  ...['hs_analytics_last_visit_timestamp', 'hs_email_last_open_date', 'hs_email_last_click_date'].map(time),
  "lower(hs_email_optout) IN ('true', 'yes', '1') AS hs_email_optout",
  "string_split(lower(forms_submitted), ';') AS forms_submitted",
  "string_split(lower(pages_visited), ';') AS visited_pages",
].join(', ');

const columns = (names) => `{${names.map((name) => `${quoted(name)}: 'VARCHAR'`).join(', ')}}`;
const fromCsv = (file) => `read_csv(${quoted(file)}, header = true, columns = ${columns(['hs_object_id', ...PROPERTIES])})`;
const fromNdjson = (file) =>
  `(SELECT unnest(properties) FROM read_json(${quoted(file)}, format = 'newline_delimited', columns = ` +
  `{id: 'VARCHAR', properties: 'STRUCT(${PROPERTIES.map((name) => `${name} VARCHAR`).join(', ')})'}))`;

/** The query that writes the table `scored` from a table or query with the facts. */
function scoring(facts) {
  const { criteria, eligible } = criteriaIn(LANGUAGE);
  const points = criteria.map(({ when, points }) => `CASE WHEN ${when} THEN ${points} ELSE 0 END`).join(' + ');
  const band = `CASE WHEN NOT mayBe OR points < 35 THEN 'none' WHEN points >= 65 THEN 'SQL' ELSE 'MQL' END`;
  return `CREATE OR REPLACE TEMP TABLE scored AS
    SELECT points, ${band} AS band FROM (SELECT (${points})::INTEGER AS points, (${eligible}) IS TRUE AS mayBe FROM ${facts})`;
}

async function connect() {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  return instance.connect();
}

async function scored(connection, query) {
  await connection.run(query);
  const counted = await connection.runAndReadAll('SELECT band, count(*)::INTEGER FROM scored GROUP BY band');
  return {
    bands: { SQL: 0, MQL: 0, none: 0, ...Object.fromEntries(counted.getRows()) },
    readScores: async () => Float64Array.from((await connection.runAndReadAll('SELECT points FROM scored')).getColumns()[0]),
  };
}

/** Contacts in a table, from a file of them. */
export async function duckdbTable(file) {
  const connection = await connect();
  await connection.run(`CREATE TABLE contacts AS SELECT ${FACTS} FROM ${fromCsv(file)}`);
  const query = scoring('contacts');
  return () => scored(connection, query);
}

/** From a file to scores in one query. */
export async function duckdbFile(file) {
  const connection = await connect();
  const read = file.endsWith('.csv') ? fromCsv(file) : fromNdjson(file);
  const query = scoring(`(SELECT ${FACTS} FROM ${read})`);
  return () => scored(connection, query);
}
