// Files small enough to know every score by heart.

/** A vice president has 10, each visit of the prices 5; 10 and more are Good. */
export const ruleset = JSON.stringify(
  {
    name: "Small",
    version: 1,
    scores: [
      {
        id: "total",
        label: "Total",
        groups: [
          {
            id: "all",
            label: "All",
            criteria: [
              { id: "vp", label: "Vice president", when: { property: "jobtitle", contains_word: "vp" }, points: 10 },
              { id: "prices", label: "Looked at prices", event: "page_view", where: { property: "url", contains: "/pricing" }, points: 5 },
            ],
          },
        ],
      },
    ],
    bands: [{ score: "total", ranges: [{ label: "Good", at_least: 10 }] }],
  },
  null,
  2,
);

export const contacts = [
  "id,firstname,lastname,email,jobtitle",
  "1,Ann,Lee,ann@example.org,VP Sales",
  "2,Bob,Ray,bob@example.org,Clerk",
  "3,Cy,Oh,cy@example.org,",
  "",
].join("\n");

export const events = [
  "contact_id,type,time,url",
  "1,page_view,2024-05-01T10:00:00Z,https://example.org/pricing",
  "2,page_view,2024-05-02T10:00:00Z,https://example.org/pricing",
  "",
].join("\n");
