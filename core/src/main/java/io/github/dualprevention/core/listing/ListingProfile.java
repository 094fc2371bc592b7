package io.github.dualprevention.core.listing;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.RefusedException;
import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.Rule;
import io.github.dualprevention.core.SourceClause;
import io.github.dualprevention.core.Wording;
import io.github.dualprevention.core.calendar.WorkingDayCalendar;
import io.github.dualprevention.core.table.Column;
import io.github.dualprevention.core.table.Fault;
import io.github.dualprevention.core.table.InvalidTableException;
import io.github.dualprevention.core.table.Row;
import io.github.dualprevention.core.table.SourceColumns;
import io.github.dualprevention.core.table.TableFiles;
import io.github.dualprevention.core.table.TableFormat;
import io.github.dualprevention.core.table.TableVersion;
import io.github.dualprevention.core.table.VersionColumns;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a jurisdiction lists hazards for supervision: its levels, and its limits in time, if it sets
 * any.
 */
public final class ListingProfile {

  private static final String LEVELS_FILE = "levels.csv";
  private static final String LIMITS_FILE = "limits.csv";

  /** Far beyond any limit. */
  private static final BigDecimal MOST = BigDecimal.valueOf(1_000);

  private static final Rule LEVEL_MISSING =
      Rule.of("listing.levels.missing", "没有任何挂牌督办层级", "there is no level of listing");
  private static final Rule AMOUNT =
      Rule.of("listing.limits.amount", "必须是1至{most}的整数", "must be a whole number from 1 to {most}");

  private static final VersionColumns VERSION = new VersionColumns();
  private static final SourceColumns SOURCE = new SourceColumns();

  private static final Column<String> CODE = Column.id("code");
  private static final Column<String> ZH = Column.text("zh");
  private static final Column<String> EN = Column.text("en");
  private static final TableFormat LEVELS =
      TableFormat.of(
              VERSION.id(),
              VERSION.version(),
              CODE,
              ZH,
              EN,
              SOURCE.document(),
              SOURCE.clause(),
              SOURCE.evidence())
          .uniqueBy(CODE);

  private static final Column<ListingLimit> LIMIT = Column.code("limit", ListingLimit.byCode());
  private static final Column<Integer> LENGTH =
      Column.decimal("amount").then(ListingProfile::amount);
  private static final Column<LimitUnit> UNIT = Column.code("unit", LimitUnit.BY_CODE);
  private static final TableFormat LIMITS =
      TableFormat.of(
              VERSION.id(),
              VERSION.version(),
              LIMIT,
              LENGTH,
              UNIT,
              SOURCE.document(),
              SOURCE.clause(),
              SOURCE.evidence())
          .uniqueBy(LIMIT);

  /**
   * How long a limit is.
   *
   * @param amount how many, 1 to 1,000
   * @param unit of what
   * @param source where it stands written
   */
  private record Length(int amount, LimitUnit unit, SourceClause source) {}

  private final TableVersion version;
  private final ImmutableMap<String, ListingLevel> levels;
  private final ImmutableMap<ListingLimit, Length> limits;

  private ListingProfile(
      TableVersion version,
      ImmutableMap<String, ListingLevel> levels,
      ImmutableMap<ListingLimit, Length> limits) {
    this.version = version;
    this.levels = levels;
    this.limits = limits;
  }

  /**
   * The profile that comes with the library, {@code LISTING:CN}: city, district, department and
   * subdistrict or town. It limits nothing in time, for none of its documents does.
   *
   * @return the profile
   */
  public static ListingProfile published() {
    return Published.CN;
  }

  /**
   * The profile {@code LISTING:QINGDAO}: the same levels, and the six limits of Qingdao's "3+X".
   *
   * @return the profile
   */
  public static ListingProfile qingdao() {
    return Published.QINGDAO;
  }

  /**
   * Reads a profile from {@code levels.csv} with the columns {@code
   * id,version,code,zh,en,document,clause,evidence} and {@code limits.csv} with the columns {@code
   * id,version,limit,amount,unit,document,clause,evidence}; the unit is {@code WORKING_DAYS},
   * {@code DAYS}, {@code MONTHS} or {@code YEARS}. A profile without limits has a file with a
   * header only.
   *
   * @param directory where the two files lie
   * @return the profile
   * @throws InvalidTableException with every faulty cell of both files, and every level and limit
   *     that stands twice; where there is none, if there is no level, or with every line of another
   *     edition than the first level
   * @throws UncheckedIOException if a file cannot be read
   */
  public static ListingProfile read(Path directory) {
    return read(TableFiles.in(directory));
  }

  private static ListingProfile read(TableFiles files) {
    List<Row> levels = files.rows(LEVELS, LEVELS_FILE);
    List<Row> limits = files.rows(LIMITS, LIMITS_FILE);
    files.refuseFaults();
    if (levels.isEmpty()) {
      files.fault(new Fault(LEVELS_FILE, 1, "", "", LEVEL_MISSING.broken()));
    }
    files.refuseFaults();
    List<Row> all = Stream.concat(levels.stream(), limits.stream()).toList();
    return new ListingProfile(
        VERSION.ofAll(LEVELS_FILE, all),
        Maps.uniqueIndex(levels.stream().map(ListingProfile::level).toList(), ListingLevel::code),
        limits.stream()
            .collect(ImmutableMap.toImmutableMap(row -> row.get(LIMIT), ListingProfile::length)));
  }

  private static ListingLevel level(Row row) {
    return new ListingLevel(row.get(CODE), new Wording(row.get(ZH), row.get(EN)), SOURCE.of(row));
  }

  private static Length length(Row row) {
    return new Length(row.get(LENGTH), row.get(UNIT), SOURCE.of(row));
  }

  private static Outcome<Integer> amount(BigDecimal number) {
    boolean sound = number.scale() == 0 && number.signum() > 0 && number.compareTo(MOST) <= 0;
    return sound
        ? Outcome.accepted(number.intValueExact())
        : Outcome.refused(AMOUNT.broken("most", MOST));
  }

  /**
   * The edition of the profile.
   *
   * @return id and version
   */
  public TableVersion version() {
    return version;
  }

  /**
   * The levels at which hazards are listed.
   *
   * @return in the order of the table, at least one
   */
  public List<ListingLevel> levels() {
    return levels.values().asList();
  }

  /**
   * Finds a level.
   *
   * @param code its code
   * @return the level; empty if the profile has none of that code
   */
  public Optional<ListingLevel> level(String code) {
    return Optional.ofNullable(levels.get(code));
  }

  /**
   * The last day on which a limit is kept.
   *
   * <p>The day itself is not counted. Only a limit in working days ends on one; where a month is
   * too short for the day, its last day stands for it.
   *
   * @param limit what has to be done in time
   * @param day the day from which it is counted: for {@link ListingLimit#ASK_BEFORE} back from the
   *     deadline, for any other on from the day of the event
   * @param calendar says which days are worked; only asked where the limit is in working days
   * @return the due day; empty if the profile sets no such limit
   * @throws RefusedException if the calendar does not cover a day on the way
   */
  public Optional<DueDay> due(ListingLimit limit, LocalDate day, WorkingDayCalendar calendar) {
    return Optional.ofNullable(limits.get(limit))
        .map(
            length ->
                new DueDay(
                    limit.isBackwards()
                        ? length.unit().before(day, length.amount(), calendar)
                        : length.unit().after(day, length.amount(), calendar),
                    length.source()));
  }

  /**
   * Where a limit stands written.
   *
   * @param limit the limit
   * @return its clause; empty if the profile sets no such limit
   */
  public Optional<SourceClause> source(ListingLimit limit) {
    return Optional.ofNullable(limits.get(limit)).map(Length::source);
  }

  /** Read once, when first asked for. */
  private static final class Published {
    static final ListingProfile CN = profile("published");
    static final ListingProfile QINGDAO = profile("qingdao");

    private static ListingProfile profile(String folder) {
      return read(
          TableFiles.of(
              name ->
                  Require.notNull(
                      ListingProfile.class.getResourceAsStream(folder + "/" + name), name)));
    }
  }
}
