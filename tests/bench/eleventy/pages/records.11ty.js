export const data = {
  pagination: { data: "records", size: 1, alias: "record" },
  permalink: ({ record }) => `/workshops/${record.id}/record.json`,
};

export const render = ({ record }) => JSON.stringify(record.published);
