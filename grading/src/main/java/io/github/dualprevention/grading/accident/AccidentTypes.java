package io.github.dualprevention.grading.accident;

import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.Wording;
import io.github.dualprevention.core.table.Column;
import io.github.dualprevention.core.table.EffectivePeriod;
import io.github.dualprevention.core.table.Row;
import io.github.dualprevention.core.table.SourceColumns;
import io.github.dualprevention.core.table.TableFiles;
import io.github.dualprevention.core.table.TableFormat;
import io.github.dualprevention.core.table.TableVersion;
import io.github.dualprevention.core.table.VersionColumns;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The code lists of accident types (事故类型), each with its days in force; a code is understood on the
 * days of its own edition only.
 *
 * @source GB 6441-86, 2, until 2026-06-30; GB 6441-2025, 4.1.2 and 5.3, from 2026-07-01
 */
public final class AccidentTypes {

  private static final String EDITIONS_FILE = "editions.csv";
  private static final String TYPES_FILE = "types.csv";

  private static final VersionColumns VERSION = new VersionColumns();
  private static final Column<LocalDate> FROM = Column.date("from");
  private static final Column<Optional<LocalDate>> UNTIL = Column.date("until").optional();
  private static final Column<String> CODE = Column.id("code");
  private static final Column<String> ZH = Column.text("zh");
  private static final Column<String> EN = Column.text("en");
  private static final SourceColumns SOURCE = new SourceColumns();
  private static final TableFormat EDITIONS =
      TableFormat.of(
              VERSION.id(),
              VERSION.version(),
              FROM,
              UNTIL,
              ZH,
              EN,
              SOURCE.document(),
              SOURCE.clause(),
              SOURCE.evidence())
          .uniqueBy(VERSION.id(), VERSION.version());
  private static final TableFormat TYPES =
      TableFormat.of(
              VERSION.id(),
              VERSION.version(),
              CODE,
              ZH,
              EN,
              SOURCE.document(),
              SOURCE.clause(),
              SOURCE.evidence())
          .uniqueBy(VERSION.id(), VERSION.version(), CODE);

  private final List<AccidentTypeEdition> editions;

  private AccidentTypes(List<AccidentTypeEdition> editions) {
    this.editions = editions;
  }

  /**
   * The two editions of GB 6441: {@code GB6441@1986} and {@code GB6441@2025}.
   *
   * @return the lists
   */
  public static AccidentTypes published() {
    return Published.TYPES;
  }

  /** Reads and proves both files: each type has its edition, and each day at most one. */
  static AccidentTypes read(TableFiles files) {
    List<Row> editionRows = files.rows(EDITIONS, EDITIONS_FILE);
    List<Row> typeRows = files.rows(TYPES, TYPES_FILE);
    files.refuseFaults();
    Map<TableVersion, List<AccidentType>> types =
        typeRows.stream()
            .map(AccidentTypes::type)
            .collect(Collectors.groupingBy(AccidentType::edition));
    List<AccidentTypeEdition> editions = new ArrayList<>();
    for (Row row : editionRows) {
      edition(row, types.getOrDefault(VERSION.of(row), List.of()), files)
          .ifPresent(
              edition -> {
                againstOverlaps(row, edition, editions, files);
                editions.add(edition);
              });
    }
    List<TableVersion> known = editionRows.stream().map(VERSION::of).toList();
    for (Row row : typeRows) {
      if (!known.contains(VERSION.of(row))) {
        files.fault(row.fault(VERSION.version(), unknown(VERSION.of(row), known)));
      }
    }
    files.refuseFaults();
    return new AccidentTypes(List.copyOf(editions));
  }

  private static AccidentType type(Row row) {
    return new AccidentType(
        VERSION.of(row), row.get(CODE), new Wording(row.get(ZH), row.get(EN)), SOURCE.of(row));
  }

  private static Optional<AccidentTypeEdition> edition(
      Row row, List<AccidentType> types, TableFiles files) {
    TableVersion version = VERSION.of(row);
    LocalDate from = row.get(FROM);
    Optional<LocalDate> until = row.get(UNTIL);
    boolean ordered = until.filter(end -> !end.isAfter(from)).isEmpty();
    if (!ordered) {
      files.fault(row.fault(UNTIL, AccidentRules.PERIOD.broken("from", from)));
    }
    if (types.isEmpty()) {
      files.fault(
          row.fault(VERSION.version(), AccidentRules.EDITION_EMPTY.broken("edition", version)));
    }
    return ordered && !types.isEmpty()
        ? Optional.of(
            new AccidentTypeEdition(
                version,
                new Wording(row.get(ZH), row.get(EN)),
                new EffectivePeriod(Optional.of(from), until),
                SOURCE.of(row),
                types))
        : Optional.empty();
  }

  private static void againstOverlaps(
      Row row, AccidentTypeEdition edition, List<AccidentTypeEdition> before, TableFiles files) {
    for (AccidentTypeEdition other : before) {
      if (other.period().overlaps(edition.period())) {
        files.fault(
            row.fault(
                FROM,
                AccidentRules.EDITIONS_OVERLAP.broken(
                    "edition", edition.version(), "other", other.version())));
      }
    }
  }

  /**
   * Every edition.
   *
   * @return in the order of the file
   */
  public List<AccidentTypeEdition> editions() {
    return editions;
  }

  /**
   * The edition that is in force.
   *
   * @param day the day in question
   * @return the edition, or that there is none on that day
   */
  public Outcome<AccidentTypeEdition> inForce(LocalDate day) {
    Require.notNull(day, "day");
    return editions.stream()
        .filter(edition -> edition.period().contains(day))
        .findFirst()
        .map(Outcome::accepted)
        .orElseGet(
            () ->
                Outcome.refused(
                    AccidentRules.EDITION_NOT_IN_FORCE.broken(
                        "day",
                        day,
                        "periods",
                        editions.stream()
                            .map(edition -> edition.version() + " " + edition.period())
                            .collect(Collectors.joining(", ")))));
  }

  /**
   * Finds the very edition that old data names.
   *
   * @param version id and version
   * @return the edition, or that there is no such one
   */
  public Outcome<AccidentTypeEdition> edition(TableVersion version) {
    Require.notNull(version, "version");
    return editions.stream()
        .filter(edition -> edition.version().equals(version))
        .findFirst()
        .map(Outcome::accepted)
        .orElseGet(
            () ->
                Outcome.refused(
                    unknown(
                        version, editions.stream().map(AccidentTypeEdition::version).toList())));
  }

  /**
   * Finds a type by its code.
   *
   * @param code exactly as printed; {@code 10} is neither {@code 010} nor {@code WSA10010}
   * @param day the day on which the accident is classified
   * @return the type of the edition in force; or that no edition is in force, that the code belongs
   *     to another edition, or that no edition has it
   */
  public Outcome<AccidentType> find(String code, LocalDate day) {
    Outcome<AccidentTypeEdition> inForce = inForce(day);
    if (!(inForce instanceof Outcome.Accepted<AccidentTypeEdition> accepted)) {
      return new Outcome.Refused<>(inForce.reasons());
    }
    AccidentTypeEdition edition = accepted.value();
    Optional<AccidentTypeEdition> owner =
        editions.stream()
            .filter(other -> edition.typeOf(code).isEmpty() && other.typeOf(code).isPresent())
            .findFirst();
    return owner
        .map(other -> Outcome.<AccidentType>refused(ofOther(code, day, edition, other)))
        .orElseGet(() -> edition.find(code));
  }

  private static Reason ofOther(
      String code, LocalDate day, AccidentTypeEdition edition, AccidentTypeEdition other) {
    return AccidentRules.TYPE_OF_OTHER_EDITION
        .citing(edition.source())
        .broken(
            "type",
            code,
            "other",
            other.version(),
            "period",
            other.period(),
            "day",
            day,
            "edition",
            edition.version());
  }

  private static Reason unknown(TableVersion version, List<TableVersion> known) {
    return AccidentRules.EDITION_UNKNOWN.broken(
        "edition",
        version,
        "known",
        known.stream().map(TableVersion::toString).collect(Collectors.joining(", ")));
  }

  /** Read and proved once, when it is first asked for. */
  private static final class Published {
    static final AccidentTypes TYPES =
        read(
            TableFiles.of(
                name -> Require.notNull(AccidentTypes.class.getResourceAsStream(name), name)));
  }
}
