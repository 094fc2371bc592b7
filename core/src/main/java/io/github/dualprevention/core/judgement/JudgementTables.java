package io.github.dualprevention.core.judgement;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ListMultimap;
import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.Wording;
import io.github.dualprevention.core.table.Column;
import io.github.dualprevention.core.table.EffectivePeriod;
import io.github.dualprevention.core.table.Row;
import io.github.dualprevention.core.table.SourceColumns;
import io.github.dualprevention.core.table.TableFiles;
import io.github.dualprevention.core.table.TableFormat;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads standards from their two files; all faults of both files come together. */
final class JudgementTables {

  private static final String SECTORS_FILE = "sectors.csv";

  private static final Column<String> CODE = Column.id("code").then(JudgementTables::withoutSpace);
  private static final Column<String> ZH = Column.text("zh");
  private static final Column<String> EN = Column.text("en");
  private static final TableFormat SECTORS = TableFormat.of(CODE, ZH, EN).uniqueBy(CODE);

  private static final Column<String> STANDARD = part("standard");
  private static final Column<String> ARTICLE = part("article");
  private static final Column<String> ITEM = part("item");
  private static final Column<Set<String>> IN = Column.text("sectors").then(JudgementTables::codes);
  private static final Column<Optional<LocalDate>> FROM = Column.date("from").optional();
  private static final Column<Optional<LocalDate>> UNTIL = Column.date("until").optional();
  private static final SourceColumns SOURCE = new SourceColumns();
  private static final TableFormat CRITERIA =
      TableFormat.of(
              STANDARD,
              ARTICLE,
              ITEM,
              IN,
              ZH,
              EN,
              FROM,
              UNTIL,
              SOURCE.document(),
              SOURCE.clause(),
              SOURCE.evidence())
          .uniqueBy(STANDARD, ARTICLE, ITEM, FROM);

  private final TableFiles files;

  private JudgementTables(TableFiles files) {
    this.files = files;
  }

  /** Reads both files and holds them together. */
  static JudgementStandards read(TableFiles files) {
    return new JudgementTables(files).standards();
  }

  private JudgementStandards standards() {
    List<Sector> sectors =
        files.rows(SECTORS, SECTORS_FILE).stream().map(JudgementTables::sector).toList();
    List<Row> rows = files.rows(CRITERIA, "criteria.csv");
    if (files.isSound(SECTORS_FILE)) {
      againstUnknown(sectors.stream().map(Sector::code).toList(), rows);
    }
    againstLength(rows);
    againstOverlaps(rows.stream().filter(this::isOrdered).toList());
    files.refuseFaults();
    return JudgementStandards.of(sectors, rows.stream().map(JudgementTables::criterion).toList());
  }

  /** A sector whose own line is faulty would look unknown, so this asks for a sound file. */
  private void againstUnknown(List<String> known, List<Row> rows) {
    for (Row row : rows) {
      for (String code : row.get(IN)) {
        if (!known.contains(code)) {
          files.fault(
              row.fault(
                  IN,
                  JudgementRules.SECTOR_UNKNOWN.broken(
                      "sector", code, "known", String.join(", ", known))));
        }
      }
    }
  }

  private void againstLength(List<Row> rows) {
    for (Row row : rows) {
      if (id(row).length() > Require.LONGEST_ID) {
        files.fault(
            row.fault(
                STANDARD,
                JudgementRules.CRITERION_LENGTH.broken(
                    "criterion", id(row), "most", Require.LONGEST_ID)));
      }
    }
  }

  private boolean isOrdered(Row row) {
    Optional<LocalDate> backwards =
        row.get(FROM).filter(from -> row.get(UNTIL).filter(end -> !end.isAfter(from)).isPresent());
    backwards.ifPresent(
        from ->
            files.fault(row.fault(UNTIL, JudgementRules.CRITERION_PERIOD.broken("from", from))));
    return backwards.isEmpty();
  }

  private void againstOverlaps(List<Row> rows) {
    ListMultimap<String, EffectivePeriod> before = ArrayListMultimap.create();
    for (Row row : rows) {
      EffectivePeriod period = period(row);
      for (EffectivePeriod other : before.get(id(row))) {
        if (other.overlaps(period)) {
          files.fault(
              row.fault(
                  FROM,
                  JudgementRules.CRITERION_OVERLAP.broken(
                      "criterion", id(row), "period", period, "other", other)));
        }
      }
      before.put(id(row), period);
    }
  }

  private static Sector sector(Row row) {
    return new Sector(row.get(CODE), new Wording(row.get(ZH), row.get(EN)));
  }

  private static Criterion criterion(Row row) {
    return new Criterion(
        row.get(STANDARD),
        row.get(ARTICLE),
        row.get(ITEM),
        row.get(IN),
        new Wording(row.get(ZH), row.get(EN)),
        period(row),
        SOURCE.of(row));
  }

  private static String id(Row row) {
    return Criterion.id(row.get(STANDARD), row.get(ARTICLE), row.get(ITEM));
  }

  private static EffectivePeriod period(Row row) {
    return new EffectivePeriod(row.get(FROM), row.get(UNTIL));
  }

  private static Column<String> part(String name) {
    return Column.id(name)
        .then(
            cell ->
                Criterion.isPart(cell)
                    ? Outcome.accepted(cell)
                    : Outcome.refused(JudgementRules.CRITERION_SLASH.broken()));
  }

  private static Outcome<String> withoutSpace(String cell) {
    return Sector.isCode(cell)
        ? Outcome.accepted(cell)
        : Outcome.refused(JudgementRules.SECTOR_SPACE.broken());
  }

  private static Outcome<Set<String>> codes(String cell) {
    Set<String> codes = new LinkedHashSet<>();
    for (String code : cell.split(" +")) {
      if (!codes.add(code)) {
        return Outcome.refused(JudgementRules.SECTOR_TWICE.broken("sector", code));
      }
    }
    return Outcome.accepted(ImmutableSet.copyOf(codes));
  }
}
