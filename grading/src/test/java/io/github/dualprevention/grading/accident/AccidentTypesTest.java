package io.github.dualprevention.grading.accident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.dualprevention.core.Evidence;
import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.table.EffectivePeriod;
import io.github.dualprevention.core.table.Fault;
import io.github.dualprevention.core.table.InvalidTableException;
import io.github.dualprevention.core.table.TableFiles;
import io.github.dualprevention.core.table.TableVersion;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccidentTypesTest {

  private static final AccidentTypes TYPES = AccidentTypes.published();
  private static final TableVersion OLD = new TableVersion("GB6441", "1986");
  private static final TableVersion NEW = new TableVersion("GB6441", "2025");
  private static final LocalDate FIRST_OLD = LocalDate.of(1987, 2, 1);
  private static final LocalDate LAST_OLD = LocalDate.of(2026, 6, 30);
  private static final LocalDate FIRST_NEW = LocalDate.of(2026, 7, 1);

  @Test
  void theOldListHasTwentyTypesWithCodesAsPrinted() {
    AccidentTypeEdition old = TYPES.edition(OLD).orThrow();

    assertThat(old.byCode().keySet())
        .containsExactlyElementsOf(
            Stream.concat(
                    IntStream.rangeClosed(1, 9).mapToObj(n -> "0" + n),
                    IntStream.rangeClosed(10, 20).mapToObj(n -> "0" + n))
                .toList());
    assertThat(old.types().stream().map(type -> type.wording().zh()))
        .containsExactly(
            "物体打击", "车辆伤害", "机械伤害", "起重伤害", "触电", "淹溺", "灼烫", "火灾", "高处坠落", "坍塌", "冒顶片帮", "透水",
            "放炮", "火药爆炸", "瓦斯爆炸", "锅炉爆炸", "容器爆炸", "其他爆炸", "中毒和窒息", "其他伤害");
    assertThat(old.period())
        .isEqualTo(new EffectivePeriod(Optional.of(FIRST_OLD), Optional.of(FIRST_NEW)));
  }

  @Test
  void theNewListHasTwentySevenTypesOfWhichTheLastIsNinetyNine() {
    AccidentTypeEdition current = TYPES.edition(NEW).orThrow();

    assertThat(current.byCode().keySet())
        .containsExactlyElementsOf(
            Stream.concat(
                    IntStream.rangeClosed(1, 26).mapToObj("WSA1%04d"::formatted),
                    Stream.of("WSA10099"))
                .toList());
    assertThat(current.types().stream().map(type -> type.wording().zh()))
        .containsExactly(
            "物体打击",
            "厂(场)内车辆致害",
            "道路(轨道)车辆致害",
            "机械致害",
            "起重致害",
            "触电",
            "淹溺",
            "灼烫",
            "火灾",
            "高处坠落",
            "跌落",
            "坍塌",
            "水害",
            "容器爆炸",
            "管道爆炸",
            "可燃气体爆炸",
            "可燃液体蒸气爆炸",
            "粉尘爆炸",
            "民用爆炸物品爆炸",
            "烟花爆竹爆炸",
            "其他可燃固体爆炸",
            "高温熔融物爆炸",
            "中毒",
            "窒息",
            "滑坡",
            "泄漏",
            "其他");
    assertThat(current.period())
        .isEqualTo(new EffectivePeriod(Optional.of(FIRST_NEW), Optional.empty()));
    assertThat(TYPES.editions()).extracting(AccidentTypeEdition::version).containsExactly(OLD, NEW);
  }

  @Test
  void everyCodeIsUnderstoodOnTheDaysOfItsOwnEditionOnly() {
    for (AccidentTypeEdition edition : TYPES.editions()) {
      boolean old = edition.version().equals(OLD);
      for (AccidentType type : edition.types()) {
        List<LocalDate> within = List.of(old ? FIRST_OLD : FIRST_NEW, old ? LAST_OLD : FIRST_NEW);
        for (LocalDate day : within) {
          assertThat(TYPES.find(type.code(), day)).isEqualTo(Outcome.accepted(type));
        }

        List<Reason> reasons = TYPES.find(type.code(), old ? FIRST_NEW : LAST_OLD).reasons();

        assertThat(reasons)
            .extracting(Reason::code, reason -> reason.value("other"))
            .containsExactly(
                tuple("grading.accident.type-of-other-edition", edition.version().toString()));
      }
    }
  }

  @Test
  void aCodeOfTheOtherEditionIsRefusedNamingIt() {
    Reason reason = TYPES.find("019", FIRST_NEW).reasons().get(0);

    assertThat(reason.values())
        .isEqualTo(
            Map.of(
                "type", "019",
                "other", "GB6441@1986",
                "period", "[1987-02-01, 2026-07-01)",
                "day", "2026-07-01",
                "edition", "GB6441@2025"));
    assertThat(reason.message().en())
        .isEqualTo(
            "the accident type 019 belongs to GB6441@1986, in force [1987-02-01, 2026-07-01);"
                + " on 2026-07-01 it is GB6441@2025");
    assertThat(reason.source()).contains(TYPES.edition(NEW).orThrow().source());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10",
        "9",
        "1",
        "20",
        "021",
        "00",
        " 09",
        "09 ",
        "０９",
        "",
        "WSA10027",
        "WSA1027",
        "wsa10001",
        "WSA20003",
        "WSA35523",
        "火灾"
      })
  void noOtherSpellingIsUnderstood(String code) {
    for (LocalDate day : List.of(LAST_OLD, FIRST_NEW)) {
      Reason reason = TYPES.find(code, day).reasons().get(0);

      assertThat(reason.code()).isEqualTo("grading.accident.type-unknown");
      assertThat(reason.value("known"))
          .contains(day.equals(LAST_OLD) ? "08, 09, 010, 011" : "WSA10026, WSA10099");
    }
  }

  @Test
  void beforeTheFirstListThereIsNone() {
    List<Reason> reasons = TYPES.find("01", LocalDate.of(1987, 1, 31)).reasons();

    assertThat(reasons)
        .extracting(Reason::code, reason -> reason.value("periods"))
        .containsExactly(
            tuple(
                "grading.accident.edition-not-in-force",
                "GB6441@1986 [1987-02-01, 2026-07-01), GB6441@2025 [2026-07-01, ..)"));
  }

  @Test
  void oldDataIsReadByTheEditionThatItNames() {
    AccidentType inrush = TYPES.edition(OLD).orThrow().find("012").orThrow();

    assertThat(inrush.edition()).isEqualTo(OLD);
    assertThat(inrush.term().wording().zh()).isEqualTo("透水 012");
    assertThat(inrush.term().wording().en()).isEqualTo("water inrush 012");
    assertThat(inrush.term().code()).isEqualTo("012");
    assertThat(TYPES.edition(new TableVersion("GB6441", "1999")).reasons())
        .extracting(Reason::code, reason -> reason.value("known"))
        .containsExactly(tuple("grading.accident.edition-unknown", "GB6441@1986, GB6441@2025"));
  }

  @Test
  void everyBuiltInLineNamesASourceThatWasRead() {
    assertThat(TYPES.editions().stream().flatMap(edition -> edition.types().stream()))
        .extracting(type -> type.source().evidence())
        .isSubsetOf(Evidence.PRESCRIBED, Evidence.PUBLISHED);
  }

  @Test
  void thePublishedListsAreReadOnce() {
    assertThat(AccidentTypes.published()).isSameAs(TYPES);
  }

  @Test
  void anEditionHoldsItsOwnTypesAndEachCodeOnce() {
    AccidentTypeEdition old = TYPES.edition(OLD).orThrow();
    AccidentType fire = old.find("08").orThrow();

    assertThatThrownBy(() -> edition(old, NEW, List.of(fire)))
        .hasMessageContaining("type must be of the edition GB6441@2025");
    assertThatThrownBy(() -> edition(old, OLD, List.of(fire, fire)))
        .hasMessageContaining("types must have different codes");
    assertThatThrownBy(() -> edition(old, OLD, List.of()))
        .hasMessageContaining("types must not be empty");
  }

  private static AccidentTypeEdition edition(
      AccidentTypeEdition like, TableVersion version, List<AccidentType> types) {
    return new AccidentTypeEdition(version, like.name(), like.period(), like.source(), types);
  }

  @Test
  void listsAreProvedWhenRead() {
    List<Fault> faults =
        faults(
            "L,1,2000-01-01,2000-01-01\nL,2,2001-01-01,2002-01-02\nL,3,2002-01-01,\n"
                + "L,4,2003-01-01,\nL,5,1999-01-01,2001-01-01\n",
            "L,1,A\nL,2,A\nL,3,A\nL,5,A\nL,6,A\n");

    assertThat(faults)
        .extracting(Fault::file, Fault::line, Fault::column, fault -> fault.reason().code())
        .containsExactly(
            tuple("editions.csv", 2L, "until", "grading.accident.period"),
            tuple("editions.csv", 4L, "from", "grading.accident.editions-overlap"),
            tuple("editions.csv", 5L, "version", "grading.accident.edition-empty"),
            tuple("types.csv", 6L, "version", "grading.accident.edition-unknown"));
    assertThat(faults.get(1).reason().values()).isEqualTo(Map.of("edition", "L@3", "other", "L@2"));
    assertThat(faults.get(2).reason().value("edition")).isEqualTo("L@4");
  }

  @Test
  void soundListsAreKeptAsTheyStand() {
    AccidentTypes own =
        read("L,1,2000-01-01,2001-01-01\nL,2,2001-01-01,\n", "L,2,B\nL,1,A\nL,2,A\n");

    assertThat(own.editions())
        .extracting(
            edition -> edition.version().toString(),
            edition -> edition.byCode().keySet().toString())
        .containsExactly(tuple("L@1", "[A]"), tuple("L@2", "[B, A]"));
  }

  @Test
  void aCodeStandsOnceInAnEdition() {
    assertThat(faults("L,1,2000-01-01,\nL,1,2001-01-01,\n", "L,1,A\nL,1,A\n"))
        .extracting(Fault::file, fault -> fault.reason().code())
        .containsExactly(
            tuple("editions.csv", "table.row.duplicate"),
            tuple("types.csv", "table.row.duplicate"));
  }

  @Test
  void aFaultyCellIsToldAloneSinceTheTypesAreInnocent() {
    assertThat(faults("L,1,yesterday,\n", "L,1,A\n"))
        .extracting(Fault::file, Fault::column, fault -> fault.reason().code())
        .containsExactly(tuple("editions.csv", "from", "table.cell.date"));
  }

  private static List<Fault> faults(String editions, String types) {
    return catchThrowableOfType(InvalidTableException.class, () -> read(editions, types)).faults();
  }

  private static AccidentTypes read(String editions, String types) {
    String source = "$1,名,name,Standard,1,ENTERPRISE";
    Map<String, String> files =
        Map.of(
            "editions.csv",
            "id,version,from,until,zh,en,document,clause,evidence\n"
                + editions.replaceAll("(?m)^(.+)$", source),
            "types.csv",
            "id,version,code,zh,en,document,clause,evidence\n"
                + types.replaceAll("(?m)^(.+)$", source));
    return AccidentTypes.read(
        TableFiles.of(
            name ->
                new ByteArrayInputStream(
                    files.getOrDefault(name, "").getBytes(StandardCharsets.UTF_8))));
  }
}
