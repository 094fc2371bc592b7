package io.github.dualprevention.core.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dualprevention.core.Evidence;
import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.SourceClause;
import io.github.dualprevention.core.Wording;
import io.github.dualprevention.core.table.EffectivePeriod;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PublishedStandardsTest {

  private static final JudgementStandards PUBLISHED = JudgementStandards.published();
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
  private static final LocalDate FIRST = LocalDate.of(2023, 5, 15);
  private static final List<String> INDUSTRY_AND_TRADE =
      List.of(
          "METALLURGY",
          "NONFERROUS",
          "BUILDING_MATERIALS",
          "MACHINERY",
          "LIGHT_INDUSTRY",
          "TEXTILES",
          "TOBACCO",
          "COMMERCE");
  private static final List<String> INDUSTRY_AND_TRADE_IDS =
      List.of("MEM-10/3/1", "MEM-10/3/2", "MEM-10/3/3", "MEM-10/14/1");

  private static List<String> ids(String prefix, int last) {
    return IntStream.rangeClosed(1, last).mapToObj(item -> prefix + item).toList();
  }

  private static Stream<Criterion> published() {
    return PUBLISHED.all().stream();
  }

  private static List<Criterion> of(String standard) {
    return published().filter(criterion -> criterion.standard().equals(standard)).toList();
  }

  @Test
  void thirtySixCriteriaAreBuiltIn() {
    assertThat(PUBLISHED.all())
        .extracting(Criterion::id)
        .containsExactlyElementsOf(
            Stream.of(INDUSTRY_AND_TRADE_IDS, ids("AJ3-121/1/", 15), ids("MEM-4/3/", 17))
                .flatMap(List::stream)
                .toList());
  }

  @Test
  void theSectorsAreTheTenThatTheStandardsName() {
    assertThat(PUBLISHED.sectors())
        .extracting(Sector::code)
        .containsExactlyElementsOf(
            Stream.concat(INDUSTRY_AND_TRADE.stream(), Stream.of("CHEMICAL", "COAL")).toList());
    assertThat(PUBLISHED.sectors())
        .extracting(sector -> sector.wording().zh())
        .containsExactly("冶金", "有色", "建材", "机械", "轻工", "纺织", "烟草", "商贸", "化工和危险化学品", "煤矿");
  }

  @Test
  void order10IsForTheEightSectorsFromItsFirstDay() {
    assertThat(of("MEM-10"))
        .hasSize(4)
        .allSatisfy(
            criterion -> {
              assertThat(criterion.sectors()).containsExactlyElementsOf(INDUSTRY_AND_TRADE);
              assertThat(criterion.period())
                  .isEqualTo(new EffectivePeriod(Optional.of(FIRST), Optional.empty()));
            });
  }

  @Test
  void theOthersStateNoFirstDay() {
    EffectivePeriod always = new EffectivePeriod(Optional.empty(), Optional.empty());

    assertThat(of("AJ3-121"))
        .hasSize(15)
        .allSatisfy(
            criterion -> {
              assertThat(criterion.sectors()).containsExactly("CHEMICAL");
              assertThat(criterion.period()).isEqualTo(always);
              assertThat(criterion.source().clause()).contains("no first day in force stated");
            });
    assertThat(of("MEM-4"))
        .hasSize(17)
        .allSatisfy(
            criterion -> {
              assertThat(criterion.sectors()).containsExactly("COAL");
              assertThat(criterion.period()).isEqualTo(always);
              assertThat(criterion.source().clause()).contains("its header is inconsistent");
            });
  }

  @ParameterizedTest
  @MethodSource("published")
  void everyCriterionNamesASourceThatWasReadAndItsOwnPlaceThere(Criterion criterion) {
    String numerals = "一二三四五六七八九十";
    int item = Integer.parseInt(criterion.item());
    String spoken =
        (item > 10 ? "十" : "") + numerals.charAt((item - 1) % 10) + (item > 19 ? "?" : "");
    String place =
        switch (criterion.standard() + "/" + criterion.article()) {
          case "MEM-10/3", "MEM-4/3" -> "第三条（" + spoken + "）";
          case "MEM-10/14" -> "第十四条";
          default -> "第" + spoken + "项";
        };

    assertThat(criterion.source().evidence()).isEqualTo(Evidence.PUBLISHED);
    assertThat(criterion.source().clause()).startsWith(place + ", ");
    assertThat(criterion.source().document())
        .startsWith(
            switch (criterion.standard()) {
              case "MEM-10" -> "应急管理部令第10号";
              case "MEM-4" -> "应急管理部令第4号";
              default -> "安监总管三〔2017〕121号";
            });
  }

  @Test
  void noTwoCriteriaOfAStandardAreWordedAlike() {
    for (String standard : List.of("MEM-10", "AJ3-121", "MEM-4")) {
      List<Wording> wordings = of(standard).stream().map(Criterion::wording).toList();

      assertThat(wordings).extracting(Wording::zh).doesNotHaveDuplicates();
      assertThat(wordings).extracting(Wording::en).doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest
  @MethodSource("published")
  void everyCriterionIsFoundTodayAndInEachOfItsSectorsOnly(Criterion criterion) {
    assertThat(PUBLISHED.judge(criterion.id(), TODAY)).isEqualTo(Outcome.accepted(criterion));
    for (Sector sector : PUBLISHED.sectors()) {
      JudgementStandards narrowed = PUBLISHED.inSectors(Set.of(sector.code()));

      assertThat(narrowed.find(criterion.id(), TODAY).isPresent())
          .isEqualTo(criterion.sectors().contains(sector.code()));
    }
  }

  @Test
  void order10BeginsOnItsFirstDay() {
    LocalDate before = LocalDate.of(2023, 5, 14);
    for (String id : INDUSTRY_AND_TRADE_IDS) {
      assertThat(PUBLISHED.find(id, before)).isEmpty();
      assertThat(PUBLISHED.find(id, FIRST)).isPresent();
    }
    assertThat(PUBLISHED.inForce(before)).hasSize(32);
    assertThat(PUBLISHED.inForce(FIRST)).isEqualTo(PUBLISHED.all());
  }

  @Test
  void commerceHasWhatIsForAllSectors() {
    assertThat(PUBLISHED.inSectors(Set.of("COMMERCE")).inForce(TODAY))
        .extracting(Criterion::id)
        .containsExactlyElementsOf(INDUSTRY_AND_TRADE_IDS);
  }

  @Test
  void whatIsOnlyRememberedIsNotBuiltIn() {
    assertThat(published().map(Criterion::source).map(SourceClause::evidence))
        .doesNotContain(Evidence.RECALLED);
    for (int item = 16; item <= 20; item++) {
      assertThat(PUBLISHED.judge("AJ3-121/1/" + item, TODAY).reasons())
          .extracting(reason -> reason.code())
          .containsExactly("judgement.criterion.unknown");
    }
  }

  @Test
  void thePublishedStandardsAreReadOnce() {
    assertThat(JudgementStandards.published()).isSameAs(PUBLISHED);
  }
}
