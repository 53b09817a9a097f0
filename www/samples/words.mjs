// What the generated contacts are made of. Every company, person and domain is invented; domains end in .example.
// A list of [value, weight] is drawn from by weight, a plain list evenly.

export const FIRST_NAMES = [
  'Ada', 'Aisha', 'Aleksander', 'Amelia', 'André', 'Anja', 'Arjun', 'Beatriz', 'Ben', 'Björn', 'Camille', 'Carlos', 'Céline', 'Chen',
  'Chloé', 'Clara', 'Daniel', 'Daria', 'David', 'Elena', 'Emil', 'Emma', 'Erik', 'Fatima', 'Felix', 'Femke', 'François', 'Freya',
  'Gabriel', 'Grace', 'Greta', 'Hana', 'Hannah', 'Henrik', 'Hugo', 'Ines', 'Isabel', 'Ivan', 'Jakub', 'James', 'Jan', 'Jana', 'Jens',
  'João', 'Jonas', 'José', 'Julia', 'Kai', 'Katarzyna', 'Kofi', 'Laura', 'Lea', 'Leon', 'Liam', 'Linh', 'Lucía', 'Łukasz', 'Maja',
  'Marco', 'Maria', 'Marta', 'Matteo', 'Maya', 'Mei', 'Milan', 'Mira', 'Nadia', 'Niamh', 'Nils', 'Noah', 'Nora', 'Olga', 'Oliver',
  'Omar', 'Oskar', 'Paula', 'Pedro', 'Petra', 'Priya', 'Rafael', 'Renée', 'Robin', 'Rosa', 'Ruth', 'Samuel', 'Sanne', 'Sara', 'Siobhán',
  'Sofia', 'Sören', 'Stefan', 'Tariq', 'Tess', 'Thomas', 'Tomáš', 'Uma', 'Vera', 'Victor', 'Wei', 'William', 'Yara', 'Yusuf', 'Zoë',
];

export const LAST_NAMES = [
  'Abara', 'Almeida', 'Andersen', 'Baker', 'Bauer', 'Becker', 'Bergström', 'Bianchi', 'Brandt', 'Brown', 'Castillo', 'Chaudhary', 'Clarke',
  'Cooper', 'Costa', 'Dahl', 'de Vries', 'Dubois', 'Dvořák', 'Eriksen', 'Farrell', 'Fernández', 'Fischer', 'Fontaine', 'Foster', 'García',
  'Gomes', 'Gruber', 'Haas', 'Hansen', 'Hill', 'Hoffmann', 'Ito', 'Jansen', 'Jensen', 'Kaya', 'Keller', 'Kim', 'Kovács', 'Kowalski',
  'Krüger', 'Lang', 'Larsen', 'Lefèvre', 'Lind', 'López', 'Maier', 'Marin', 'Martin', 'Mehta', 'Mensah', 'Meyer', 'Moreau', 'Morgan',
  'Müller', 'Murphy', 'Nakamura', 'Nguyen', 'Nowak', "O'Brien", 'Okafor', 'Olsen', 'Patel', 'Pereira', 'Petit', 'Popescu', 'Quinn', 'Rao',
  'Reed', 'Ricci', 'Rossi', 'Roux', 'Santos', 'Schäfer', 'Schmidt', 'Schulz', 'Silva', 'Singh', 'Smit', 'Sørensen', 'Stein', 'Sullivan',
  'Svensson', 'Takahashi', 'Taylor', 'Tran', 'Turner', 'van Dijk', 'Vargas', 'Visser', 'Wagner', 'Walsh', 'Weber', 'Wójcik', 'Wong', 'Young',
];

export const COMPANY_BEGINNINGS = [
  'Alder', 'Amber', 'Anvil', 'Arbor', 'Argon', 'Aster', 'Atlas', 'Beacon', 'Birch', 'Blue', 'Boreal', 'Bright', 'Cedar', 'Clear', 'Cobalt',
  'Copper', 'Coral', 'Crest', 'Delta', 'Ember', 'Fern', 'Fjord', 'Flint', 'Garnet', 'Glen', 'Granite', 'Harbor', 'Hazel', 'Heron', 'Indigo',
  'Iron', 'Juniper', 'Kestrel', 'Lark', 'Linden', 'Lumen', 'Maple', 'Meridian', 'Mill', 'Nimbus', 'North', 'Oak', 'Onyx', 'Orchard', 'Osprey',
  'Pine', 'Polar', 'Quartz', 'Quill', 'Raven', 'Ridge', 'River', 'Rowan', 'Sable', 'Silver', 'Slate', 'Sparrow', 'Stone', 'Summit', 'Tern',
  'Thistle', 'Timber', 'Umber', 'Vale', 'Violet', 'Walnut', 'West', 'Willow', 'Wren', 'Zephyr',
];
export const COMPANY_ENDINGS = [
  'bay', 'bridge', 'brook', 'cast', 'craft', 'dale', 'field', 'ford', 'forge', 'gate', 'grove', 'haven', 'hill', 'lake', 'land', 'light',
  'line', 'loft', 'mark', 'mere', 'path', 'peak', 'point', 'port', 'reach', 'shore', 'side', 'stack', 'stead', 'ton', 'view', 'wave', 'well',
  'wick', 'wood', 'works',
];
export const COMPANY_FORMS = [
  ['', 30], [' Ltd', 8], [' GmbH', 9], [', Inc.', 12], [' BV', 4], [' SAS', 4], [' AB', 3], [' Group', 6], [' & Söhne', 1], [', Lowe & Partners', 1],
];

export const INDUSTRIES = [
  ['Computer Software', 16], ['Information Technology and Services', 13], ['Marketing and Advertising', 10], ['Financial Services', 9],
  ['Internet', 7], ['Machinery', 6], ['Logistics and Supply Chain', 6], ['Higher Education', 6], ['Hospital & Health Care', 5], ['Retail', 6],
  ['Construction', 4], ['Food & Beverages', 4], ['Hospitality', 3], ['Non-Profit Organization Management', 3], ['Real Estate', 3],
  ['Gambling & Casinos', 1], ['Tobacco', 1],
];

export const COUNTRIES = [
  ['United States', 28], ['USA', 3], ['United Kingdom', 13], ['Germany', 12], ['Netherlands', 8], ['France', 8], ['Canada', 6], ['Spain', 5],
  ['Sweden', 4], ['Italy', 4], ['Poland', 4], ['Ireland', 3], ['India', 5], ['Brazil', 4], ['Australia', 4], ['Türkiye', 2], ['Japan', 2],
];

// From [least, most] employees.
export const COMPANY_SIZES = [[[1, 4], 12], [[5, 19], 20], [[20, 49], 20], [[50, 199], 22], [[200, 999], 16], [[1000, 4999], 7], [[5000, 60000], 3]];

export const DEPARTMENTS = [
  ['Marketing', 24], ['Sales', 14], ['Operations', 12], ['Growth', 5], ['Demand Generation', 4], ['Customer Success', 7], ['Product', 8],
  ['Engineering', 8], ['Finance', 8], ['Human Resources', 6], ['Procurement', 4], ['International Trade', 2],
];
// D stands for the department.
export const TITLES = [
  ['CEO', 4], ['Chief Executive Officer', 1], ['CMO', 3], ['COO', 1], ['CTO', 2], ['Founder & CEO', 3], ['Co-Founder', 2], ['Owner', 3],
  ['Managing Director', 3], ['VP D', 6], ['Vice President of D', 2], ['Head of D', 8], ['Director of D', 8], ['D Director', 4], ['Senior D Manager', 7],
  ['D Manager', 16], ['Team Lead, D', 3], ['D Coordinator', 7], ['D Specialist', 10], ['Internal D Consultant', 2], ['D Assistant', 4],
  ['D Intern', 3], ['Student', 3], ['Trainee', 1],
];

export const SOURCES = [
  ['Organic Search', 30], ['Direct Traffic', 18], ['Paid Search', 10], ['Referrals', 13], ['Email Marketing', 6], ['Organic Social', 7],
  ['Paid Social', 5], ['AI Referrals', 3],
];
export const REFERRERS = {
  'Organic Search': ['https://www.search.example/', 'https://find.example/'],
  'Paid Search': ['https://www.search.example/'],
  'Referrals': [
    'https://www.softwarereviews.example/lead-nurturing', 'https://toolcompare.example/best-of', 'https://partner-directory.example/agencies',
    'https://martech-weekly.example/issue', 'https://forum.growthtalk.example/t/tools',
  ],
  'Organic Social': ['https://www.worknet.example/feed', 'https://chirp.example/'],
  'Paid Social': ['https://www.worknet.example/ads'],
  'AI Referrals': ['https://assistant.example/'],
};

export const SITE = 'https://www.loomwell.example';
// path, title, and how often [cold, warm, hot] contacts look at it
export const PAGES = [
  ['/', 'Loomwell', [20, 14, 10]],
  ['/blog/lead-nurturing-basics', 'Lead nurturing basics', [16, 8, 3]],
  ['/blog/email-subject-lines', 'Subject lines that get opened', [16, 7, 2]],
  ['/blog/what-is-an-mql', 'What is an MQL?', [12, 8, 3]],
  ['/blog/gdpr-checklist', 'The GDPR checklist', [9, 5, 1]],
  ['/product', 'Product', [7, 11, 13]],
  ['/product/automation', 'Automation', [3, 9, 11]],
  ['/product/analytics', 'Analytics', [2, 7, 9]],
  ['/product/integrations', 'Integrations', [2, 7, 10]],
  ['/customers/kestrelworks', 'How Kestrelworks doubled its demos', [2, 6, 8]],
  ['/customers/fernbridge', 'Fernbridge: one inbox less', [1, 5, 8]],
  ['/pricing', 'Pricing', [0.6, 5, 18]],
  ['/pricing/enterprise', 'Enterprise pricing', [0, 0.5, 5]],
  ['/about', 'About us', [5, 3, 3]],
  ['/careers', 'Careers', [2, 0.3, 0]],
  ['/careers/open-roles', 'Open roles', [2, 0.2, 0]],
];

// form, page, and how often [cold, warm, hot] contacts send it when they send one
export const FORMS = [
  ['Newsletter sign-up', '/blog', [46, 12, 5]],
  ['Blog subscription', '/blog', [26, 7, 2]],
  ['Checklist download', '/blog/gdpr-checklist', [22, 12, 4]],
  ['Whitepaper download', '/resources/whitepaper', [6, 26, 14]],
  ["Buyer's guide", '/resources/buyers-guide', [1, 11, 14]],
  ['Case study download', '/resources/case-studies', [1, 9, 11]],
  ['Webinar registration', '/webinars', [1, 12, 12]],
  ['ROI calculator', '/roi-calculator', [0, 3, 9]],
  ['Request a quote', '/quote', [0, 0.3, 6]],
  ['Free trial', '/trial', [0, 0.6, 10]],
  ['Contact sales', '/contact', [0.1, 0.5, 10]],
  ['Demo request', '/demo', [0, 0.3, 20]],
];

export const INTERESTS = ['Automation', 'Analytics', 'Integrations', 'Forms', 'Landing pages', 'Reporting'];
export const FREE_MAIL = ['freemail.example', 'inbox.example', 'postbox.example'];
export const COMPETITORS = [['Leadforge', 'leadforge.example'], ['Scorewise', 'scorewise.example']];
export const MESSAGES = [
  'Please call me back, mornings are best.', 'We need this before the end of the quarter, "yesterday" would be better.',
  'Hi,\nhow does pricing work for 3 brands?\nThanks!', 'Do you integrate with our CRM, our shop and our ERP?', 'Just looking.', 'Angebot bitte für 120 Nutzer.',
];
