package io.github.dualprevention.core.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.dualprevention.core.Evidence;
import io.github.dualprevention.core.RefusedException;
import io.github.dualprevention.core.SourceClause;
import io.github.dualprevention.core.Term;
import io.github.dualprevention.core.Wording;
import io.github.dualprevention.core.calendar.WorkingDayCalendar;
import io.github.dualprevention.core.table.Fault;
import io.github.dualprevention.core.table.InvalidTableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListingProfileTest {

  private static final String LEVELS = "id,version,code,zh,en,document,clause,evidence\n";
  private static final String LIMITS = "id,version,limit,amount,unit,document,clause,evidence\n";
  private static final String CITY = "P,1,CITY,市级,city,示例,1,ENTERPRISE\n";

  private static final SourceClause CLAUSE = new SourceClause("示例", "1", Evidence.ENTERPRISE);
  private static final LocalDate DAY = LocalDate.of(2026, 11, 25);

  /** Monday to Friday, without holidays; a sample of no year. */
  private static final WorkingDayCalendar WEEK =
      day -> day.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue();

  private static final WorkingDayCalendar NOTHING =
      day -> {
        throw WorkingDayCalendar.notCovered(day, "nothing");
      };

  @TempDir Path folder;

  @Test
  void thePublishedProfileHasFourLevelsAndNoLimits() {
    ListingProfile profile = ListingProfile.published();

    assertThat(profile.version()).hasToString("LISTING:CN@1");
    assertLevels(profile);
    for (ListingLimit limit : ListingLimit.values()) {
      assertThat(profile.due(limit, DAY, NOTHING)).isEmpty();
    }
    assertThat(profile.levels())
        .extracting(level -> level.source().document())
        .containsExactly(
            "静安委会〔2016〕11号",
            "静安委会〔2016〕11号",
            "reply of the Jing'an District Bureau of Work Safety to CPPCC proposal 2016-005 of"
                + " 2016-05-16",
            "静安委会〔2016〕11号");
  }

  @Test
  void theProfileOfQingdaoHasTheSameLevels() {
    ListingProfile profile = ListingProfile.qingdao();

    assertThat(profile.version()).hasToString("LISTING:QINGDAO@1");
    assertLevels(profile);
  }

  private static void assertLevels(ListingProfile profile) {
    assertThat(profile.levels())
        .extracting(
            ListingLevel::code,
            level -> level.wording().toString(),
            level -> level.source().evidence())
        .containsExactly(
            tuple("CITY", "市级 / city", Evidence.PUBLISHED),
            tuple("DISTRICT", "区级 / district", Evidence.PUBLISHED),
            tuple("DEPARTMENT", "部门 / department", Evidence.PUBLISHED),
            tuple("SUBDISTRICT", "街道（镇）级 / subdistrict or town", Evidence.PUBLISHED));
  }

  @ParameterizedTest
  @CsvSource({
    // from a Wednesday
    "FILE_WITHIN,2026-11-25,2026-11-30",
    "PUBLISH_WITHIN,2026-11-25,2026-12-02",
    "PUBLISH_DELISTING_WITHIN,2026-11-25,2026-12-02",
    "LONGEST,2026-11-25,2027-11-25",
    "ASK_BEFORE,2026-11-25,2026-10-28",
    "DECIDE_WITHIN,2026-11-25,2026-12-09",
    // from a Sunday; a year may end on one
    "FILE_WITHIN,2026-11-29,2026-12-02",
    "ASK_BEFORE,2026-11-29,2026-11-02",
    "LONGEST,2025-11-28,2026-11-28",
    // a year on from a leap day
    "LONGEST,2028-02-29,2029-02-28"
  })
  void qingdaoLimitsSixThings(ListingLimit limit, LocalDate day, LocalDate due) {
    Optional<DueDay> found = ListingProfile.qingdao().due(limit, day, WEEK);

    assertThat(found).map(DueDay::day).contains(due);
    assertThat(found)
        .map(DueDay::source)
        .hasValueSatisfying(
            source -> {
              assertThat(source.document())
                  .isEqualTo(
                      "Qingdao, 3+X supervised listing, as re-posted"
                          + " (m.ahappybud.com Detail_4577)");
              assertThat(source.evidence()).isEqualTo(Evidence.PUBLISHED);
            });
  }

  @ParameterizedTest
  @EnumSource(ListingLimit.class)
  void aLimitInWorkingDaysIsNotGuessedWhereTheCalendarEnds(ListingLimit limit) {
    ListingProfile profile = ListingProfile.qingdao();

    if (limit == ListingLimit.LONGEST) {
      assertThat(profile.due(limit, DAY, NOTHING)).isPresent();
    } else {
      assertThatExceptionOfType(RefusedException.class)
          .isThrownBy(() -> profile.due(limit, DAY, NOTHING))
          .satisfies(refused -> assertThat(refused.code()).isEqualTo("calendar.day.not-covered"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "LONGEST,2,WORKING_DAYS,2026-11-27,2026-12-01",
    "LONGEST,2,DAYS,2026-11-27,2026-11-29",
    "LONGEST,3,MONTHS,2026-11-30,2027-02-28",
    "LONGEST,1000,YEARS,2026-11-30,3026-11-30",
    "ASK_BEFORE,2,WORKING_DAYS,2026-11-30,2026-11-26",
    "ASK_BEFORE,2,DAYS,2026-11-30,2026-11-28",
    "ASK_BEFORE,1,MONTHS,2027-03-31,2027-02-28",
    "ASK_BEFORE,1,YEARS,2028-02-29,2027-02-28"
  })
  void countsInEachUnitBothWays(
      ListingLimit limit, int amount, String unit, LocalDate day, LocalDate due) {
    ListingProfile profile =
        read(LEVELS + CITY, LIMITS + limit(limit.code(), Integer.toString(amount), unit));

    assertThat(profile.due(limit, day, WEEK)).contains(new DueDay(due, CLAUSE));
  }

  @Test
  void onlyTheApplicationForAnExtensionIsCountedBack() {
    for (ListingLimit limit : ListingLimit.values()) {
      ListingProfile profile = read(LEVELS + CITY, LIMITS + limit(limit.code(), "1", "DAYS"));
      for (ListingLimit other : ListingLimit.values()) {
        assertThat(profile.due(other, DAY, NOTHING).isPresent()).isEqualTo(other == limit);
      }
      assertThat(profile.due(limit, DAY, NOTHING))
          .map(DueDay::day)
          .contains(limit == ListingLimit.ASK_BEFORE ? DAY.minusDays(1) : DAY.plusDays(1));
    }
  }

  @Test
  void aProfileIsReadFromAFolder() {
    ListingProfile profile =
        read(LEVELS + "P,2,县级,县级,county,示例,1,ENTERPRISE\n" + CITY.replace("P,1", "P,2"), LIMITS);

    assertThat(profile.version()).hasToString("P@2");
    assertThat(profile.levels()).extracting(ListingLevel::code).containsExactly("县级", "CITY");
    assertThat(profile.level("CITY"))
        .contains(new ListingLevel("CITY", new Wording("市级", "city"), CLAUSE));
    assertThat(profile.level("city")).isEmpty();
    assertThat(profile.level("DISTRICT")).isEmpty();
  }

  @Test
  void faultsOfBothFilesComeTogether() {
    String levels =
        LEVELS + CITY + CITY + "P,1,,区级,district,示例,1,ENTERPRISE\n" + "P,1,D,区级,d,示例,1,SURE\n";
    String limits =
        LIMITS
            + limit("LONGEST", "1", "YEARS")
            + limit("LONGEST", "2", "YEARS")
            + limit("SHORTEST", "1", "DAYS")
            + limit("FILE_WITHIN", "1", "WEEKS");

    assertThat(faultsOf(levels, limits))
        .containsExactly(
            tuple("levels.csv", 3L, "code", "CITY", "table.row.duplicate"),
            tuple("levels.csv", 4L, "code", "", "table.cell.missing"),
            tuple("levels.csv", 5L, "evidence", "SURE", "table.cell.code"),
            tuple("limits.csv", 3L, "limit", "LONGEST", "table.row.duplicate"),
            tuple("limits.csv", 4L, "limit", "SHORTEST", "table.cell.code"),
            tuple("limits.csv", 5L, "unit", "WEEKS", "table.cell.code"));
  }

  @Test
  void refusesAProfileWithoutLevels() {
    for (String limits : List.of(LIMITS, LIMITS + limit("LONGEST", "1", "YEARS"))) {
      assertThat(faultsOf(LEVELS, limits))
          .containsExactly(tuple("levels.csv", 1L, "", "", "listing.levels.missing"));
    }
  }

  @Test
  void aLevelThatCannotBeReadIsNotMissingAsWell() {
    assertThat(faultsOf(LEVELS + CITY.replace("ENTERPRISE", "SURE"), LIMITS))
        .containsExactly(tuple("levels.csv", 2L, "evidence", "SURE", "table.cell.code"));
  }

  @Test
  void refusesLinesOfOtherEditions() {
    assertThat(
            faultsOf(
                LEVELS + CITY + "P,2,TOWN,镇级,town,示例,1,ENTERPRISE\n",
                LIMITS + limit("LONGEST", "1", "YEARS").replace("P,1", "Q,1")))
        .containsExactly(
            tuple("levels.csv", 3L, "id", "P", "table.edition.other"),
            tuple("limits.csv", 2L, "id", "Q", "table.edition.other"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "1.5", "0.1", "1001", "1000.5", "99999999999999999999"})
  void refusesAnAmountThatIsNotAWholeNumberUpToAThousand(String amount) {
    assertThat(faultsOf(LEVELS + CITY, LIMITS + limit("LONGEST", amount, "DAYS")))
        .containsExactly(tuple("limits.csv", 2L, "amount", amount, "listing.limits.amount"));
  }

  @ParameterizedTest
  @CsvSource({"1,1", "1000,1000", "20.0,20", "007,7"})
  void takesAWholeNumberUpToAThousand(String amount, int days) {
    assertThat(
            read(LEVELS + CITY, LIMITS + limit("LONGEST", amount, "DAYS"))
                .due(ListingLimit.LONGEST, DAY, NOTHING))
        .map(DueDay::day)
        .contains(DAY.plusDays(days));
  }

  @Test
  void aFolderWithoutItsFilesIsNotAProfile() {
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> ListingProfile.read(folder.resolve("nowhere")));
  }

  @Test
  void everyLimitHasACodeAndAName() {
    assertThat(ListingLimit.byCode().keySet())
        .containsExactly(
            "FILE_WITHIN",
            "PUBLISH_WITHIN",
            "PUBLISH_DELISTING_WITHIN",
            "LONGEST",
            "ASK_BEFORE",
            "DECIDE_WITHIN");
    assertThat(ListingLimit.byCode())
        .allSatisfy(
            (code, limit) -> {
              assertThat(limit.code()).isEqualTo(code);
              assertThat(limit.term()).isEqualTo(new Term(code, limit.wording()));
            });
    assertThat(ListingLimit.byCode().values())
        .extracting(limit -> limit.wording().zh())
        .containsExactly("备案期限", "挂牌公布期限", "摘牌公布期限", "最长治理期限", "延期申请期限", "延期审批期限");
  }

  @Test
  void aLevelHasACodeAndAName() {
    Wording name = new Wording("市级", "city");

    assertThat(new ListingLevel(" CITY ", name, CLAUSE).term()).isEqualTo(new Term("CITY", name));
    assertThatIllegalArgumentException().isThrownBy(() -> new ListingLevel(" ", name, CLAUSE));
  }

  private static String limit(String limit, String amount, String unit) {
    return "P,1,%s,%s,%s,示例,1,ENTERPRISE\n".formatted(limit, amount, unit);
  }

  private List<Tuple> faultsOf(String levels, String limits) {
    List<Tuple> faults = new ArrayList<>();
    assertThatExceptionOfType(InvalidTableException.class)
        .isThrownBy(() -> read(levels, limits))
        .satisfies(
            refused -> {
              for (Fault fault : refused.faults()) {
                faults.add(
                    tuple(
                        fault.file(),
                        fault.line(),
                        fault.column(),
                        fault.value(),
                        fault.reason().code()));
              }
            });
    return faults;
  }

  private ListingProfile read(String levels, String limits) {
    try {
      Files.writeString(folder.resolve("levels.csv"), levels);
      Files.writeString(folder.resolve("limits.csv"), limits);
      return ListingProfile.read(folder);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
