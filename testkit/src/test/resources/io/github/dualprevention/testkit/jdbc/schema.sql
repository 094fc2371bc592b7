-- The tables of the stores. One database holds the records of many enterprises, so that every key begins with the
-- enterprise's credit code.
--
-- Texts must be compared by every character: where that is not the default, give the columns a binary collation without
-- padding. Moments are in UTC, to the millisecond.

CREATE TABLE journal_entry (
  enterprise   CHAR(18)     NOT NULL,
  subject      VARCHAR(200) NOT NULL,
  entry_number BIGINT       NOT NULL,
  hash         VARCHAR(128) NOT NULL,
  line         TEXT         NOT NULL,
  PRIMARY KEY (enterprise, subject, entry_number)
);

-- What opens commitments. The digest of the text stands for it in the key, since a text may be longer than a key; it goes
-- with the row when the person is erased.
CREATE TABLE personal_data (
  enterprise  CHAR(18)     NOT NULL,
  commitment  VARCHAR(150) NOT NULL,
  salt        VARCHAR(510) NOT NULL,
  content     TEXT         NOT NULL,
  text_digest CHAR(64)     NOT NULL,
  PRIMARY KEY (enterprise, commitment),
  UNIQUE (enterprise, text_digest)
);

-- A column beside the key that may be NULL is a field that may be empty.
CREATE TABLE hazard_summary (
  enterprise      CHAR(18)     NOT NULL,
  hazard_id       VARCHAR(100) NOT NULL,
  version         INTEGER      NOT NULL,
  state           VARCHAR(40)  NOT NULL,
  grade           VARCHAR(100),
  grade_major     BOOLEAN,
  title           VARCHAR(4000),
  origin          VARCHAR(4000),
  area            VARCHAR(4000),
  unit            VARCHAR(4000),
  measure         VARCHAR(4000),
  deadline        DATE,
  latest_number   INTEGER,
  latest_action   VARCHAR(40),
  latest_occurred TIMESTAMP(3),
  responsible     VARCHAR(4000),
  is_major        BOOLEAN      NOT NULL,
  is_unverified   BOOLEAN      NOT NULL,
  is_suspended    BOOLEAN      NOT NULL,
  is_listed       BOOLEAN      NOT NULL,
  is_ordered      BOOLEAN      NOT NULL,
  PRIMARY KEY (enterprise, hazard_id)
);

CREATE TABLE hazard_due (
  enterprise   CHAR(18)     NOT NULL,
  hazard_id    VARCHAR(100) NOT NULL,
  due_place    INTEGER      NOT NULL,
  due_action   VARCHAR(40)  NOT NULL,
  due_promptly BOOLEAN      NOT NULL,
  due_day      DATE,
  due_post     VARCHAR(4000),
  due_document VARCHAR(500) NOT NULL,
  due_clause   VARCHAR(500) NOT NULL,
  due_evidence VARCHAR(40)  NOT NULL,
  PRIMARY KEY (enterprise, hazard_id, due_place),
  FOREIGN KEY (enterprise, hazard_id) REFERENCES hazard_summary (enterprise, hazard_id) ON DELETE CASCADE
);

CREATE TABLE outbox_item (
  enterprise      CHAR(18)     NOT NULL,
  envelope_id     CHAR(36)     NOT NULL,
  reporter        VARCHAR(100) NOT NULL,
  report_type     VARCHAR(100) NOT NULL,
  report_schema   VARCHAR(100) NOT NULL,
  subject         VARCHAR(200) NOT NULL,
  report_sequence BIGINT       NOT NULL,
  body            TEXT         NOT NULL,
  digest          VARCHAR(150) NOT NULL,
  first_step      INTEGER      NOT NULL,
  last_step       INTEGER      NOT NULL,
  state           VARCHAR(40)  NOT NULL,
  attempts        INTEGER      NOT NULL,
  not_before      TIMESTAMP(3) NOT NULL,
  receipt_no      VARCHAR(100),
  problem         VARCHAR(2000),
  withdrawal      VARCHAR(2000),
  version         BIGINT       NOT NULL,
  PRIMARY KEY (enterprise, envelope_id),
  UNIQUE (enterprise, subject, report_sequence)
);
