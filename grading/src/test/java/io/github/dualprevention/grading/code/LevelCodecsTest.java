package io.github.dualprevention.grading.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.risk.RiskLevel;
import io.github.dualprevention.core.table.Fault;
import io.github.dualprevention.core.table.InvalidTableException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LevelCodecsTest {

  private static final String HEADER = "codec,code,level,document,clause,evidence\n";
  private static final LevelCodecs PUBLISHED = LevelCodecs.published();

  @ParameterizedTest
  @CsvSource({"PARK,1 2 3 4", "EXCHANGE_DTO,0 1 2 3", "APP,4 3 2 1"})
  void thePublishedCodesAreAsWritten(String codec, String codes) {
    List<String> written = new ArrayList<>();
    for (RiskLevel level : RiskLevel.values()) {
      written.add(codec(codec).encode(level).code());
    }

    assertThat(String.join(" ", written)).isEqualTo(codes);
    assertThat(codec(codec)).hasToString(codec);
    assertThat(codec(codec).id()).isEqualTo(codec);
  }

  @Property
  @Label("G20: each level comes back from the code that it was given")
  void g20CodesRoundTrip(@ForAll("codecs") LevelCodec codec, @ForAll RiskLevel level) {
    ForeignCode code = codec.encode(level);

    assertThat(code.codec()).isEqualTo(codec.id());
    assertThat(codec.decode(code.code()).orThrow()).isEqualTo(level);
  }

  @Property
  @Label("G20: a code that a system does not have is refused with those that it has")
  void g20UnknownCodesAreRefused(@ForAll("codecs") LevelCodec codec, @ForAll String code) {
    Assume.that(!codes(codec).contains(code));

    List<Reason> reasons = codec.decode(code).reasons();

    assertThat(reasons)
        .extracting(Reason::code, reason -> reason.value("code"), reason -> reason.value("codec"))
        .containsExactly(tuple("grading.code.unknown", code, codec.id()));
    assertThat(reasons.get(0).value("known").split(", "))
        .containsExactlyInAnyOrderElementsOf(codes(codec));
  }

  @Property
  @Label("G20: levels keep their order on the way through two systems, in whatever direction")
  void g20LevelsAreComparedAndNotCodes(
      @ForAll("codecs") LevelCodec from,
      @ForAll("codecs") LevelCodec to,
      @ForAll RiskLevel a,
      @ForAll RiskLevel b) {
    RiskLevel there = to.decode(to.encode(decoded(from, a)).code()).orThrow();
    RiskLevel other = to.decode(to.encode(decoded(from, b)).code()).orThrow();

    assertThat(there.isAtLeast(other)).isEqualTo(a.isAtLeast(b));
  }

  @Test
  void g20TheSameDigitsMeanOppositeLevelsInSystemsOfOppositeDirection() {
    ForeignCode park = new ForeignCode("PARK", "1");
    ForeignCode app = new ForeignCode("APP", "1");

    assertThat(park).isNotEqualTo(app).isNotInstanceOf(Comparable.class).hasToString("PARK:1");
    assertThat(PUBLISHED.decode(park).orThrow()).isEqualTo(RiskLevel.MAJOR);
    assertThat(PUBLISHED.decode(app).orThrow()).isEqualTo(RiskLevel.LOW);
    assertThat(PUBLISHED.decode(new ForeignCode("EXCHANGE_DTO", "1")).orThrow())
        .isEqualTo(RiskLevel.SIGNIFICANT);
  }

  @Test
  void refusesUnknownCodecsAndCodes() {
    Reason codec = PUBLISHED.decode(new ForeignCode("XX", "1")).reasons().get(0);

    assertThat(codec.code()).isEqualTo("grading.code.codec-unknown");
    assertThat(codec.values())
        .containsEntry("codec", "XX")
        .containsEntry("known", "PARK, EXCHANGE_DTO, APP");
    assertThat(PUBLISHED.find("park").reasons()).hasSize(1);
    assertThat(PUBLISHED.decode(new ForeignCode("PARK", "0")).reasons())
        .extracting(reason -> reason.message().zh())
        .containsExactly("编码体系PARK中没有等级代码“0”，可用的代码：1, 2, 3, 4");
  }

  @Test
  void aForeignCodeHasBothParts() {
    assertThatIllegalArgumentException().isThrownBy(() -> new ForeignCode(" ", "1"));
    assertThatIllegalArgumentException().isThrownBy(() -> new ForeignCode("PARK", ""));
  }

  @Test
  void thePublishedCodesAreReadOnce() {
    assertThat(LevelCodecs.published()).isSameAs(PUBLISHED);
  }

  @Test
  void readsAnOwnFile() {
    LevelCodecs own =
        read(
            HEADER
                + line("OWN", "A", "LOW")
                + line("OWN", "B", "GENERAL")
                + line("OWN", "重大", "MAJOR")
                + line("OWN", "C", "SIGNIFICANT"));

    assertThat(own.decode(new ForeignCode("OWN", "重大")).orThrow()).isEqualTo(RiskLevel.MAJOR);
    assertThat(own.find("PARK").reasons()).hasSize(1);
  }

  @Property
  @Label("G20: of all assignments exactly those are read that are one to one on all four levels")
  void g20OnlyOneToOneCodecsAreRead(
      @ForAll RiskLevel a, @ForAll RiskLevel b, @ForAll RiskLevel c, @ForAll RiskLevel d) {
    List<RiskLevel> levels = List.of(a, b, c, d);
    String csv = HEADER;
    for (int i = 0; i < levels.size(); i++) {
      csv += line("OWN", String.valueOf(i), levels.get(i).code());
    }
    String file = csv;
    if (levels.stream().distinct().count() == 4) {
      assertThat(read(file).find("OWN").orThrow().encode(c).code()).isEqualTo("2");
    } else {
      assertThatExceptionOfType(InvalidTableException.class)
          .isThrownBy(() -> read(file))
          .satisfies(
              refused -> {
                assertThat(refused.faults()).allMatch(fault -> isTrue(fault, levels));
                assertThat(refused.faults())
                    .hasSize(2 * (4 - (int) levels.stream().distinct().count()));
              });
    }
  }

  @Test
  void saysEverythingThatIsWrongWithAFileAtOnce() {
    String csv =
        HEADER
            + line("A", "1", "MAJOR")
            + line("A", "2", "MAJOR")
            + line("A", "3", "LOW")
            + line("B", "1", "LOW");

    assertThatExceptionOfType(InvalidTableException.class)
        .isThrownBy(() -> read(csv))
        .satisfies(
            refused ->
                assertThat(refused.faults())
                    .extracting(
                        Fault::line,
                        Fault::column,
                        fault -> fault.reason().code(),
                        fault -> fault.reason().value("level"))
                    .containsExactly(
                        tuple(3L, "level", "grading.code.level-twice", "MAJOR"),
                        tuple(2L, "codec", "grading.code.level-missing", "SIGNIFICANT"),
                        tuple(2L, "codec", "grading.code.level-missing", "GENERAL"),
                        tuple(5L, "codec", "grading.code.level-missing", "MAJOR"),
                        tuple(5L, "codec", "grading.code.level-missing", "SIGNIFICANT"),
                        tuple(5L, "codec", "grading.code.level-missing", "GENERAL")));
  }

  @Test
  void refusesAnEmptyFileACodeToldTwiceAndAnUnknownLevel() {
    assertFaults(HEADER, "grading.code.none");
    assertFaults(HEADER + line("A", "1", "MAJOR") + line("A", "1", "LOW"), "table.row.duplicate");
    assertFaults(HEADER + line("A", "1", "GREEN"), "table.cell.code");
  }

  @Provide
  Arbitrary<LevelCodec> codecs() {
    return Arbitraries.oneOf(
        Arbitraries.of("PARK", "EXCHANGE_DTO", "APP").map(LevelCodecsTest::codec),
        Arbitraries.longs().map(LevelCodecsTest::randomCodec));
  }

  private static LevelCodec randomCodec(long seed) {
    Random random = new Random(seed);
    List<RiskLevel> levels = new ArrayList<>(List.of(RiskLevel.values()));
    Collections.shuffle(levels, random);
    Map<RiskLevel, String> codes = new EnumMap<>(RiskLevel.class);
    levels.forEach(
        level -> codes.put(level, codes.size() + "" + (char) ('A' + random.nextInt(26))));
    return read(HEADER
            + codes.entrySet().stream()
                .map(code -> line("OWN", code.getValue(), code.getKey().code()))
                .collect(Collectors.joining()))
        .find("OWN")
        .orThrow();
  }

  private static RiskLevel decoded(LevelCodec codec, RiskLevel level) {
    return codec.decode(codec.encode(level).code()).orThrow();
  }

  private static List<String> codes(LevelCodec codec) {
    return List.of(RiskLevel.values()).stream().map(level -> codec.encode(level).code()).toList();
  }

  private static boolean isTrue(Fault fault, List<RiskLevel> levels) {
    RiskLevel level = RiskLevel.ofCode(fault.reason().value("level"));
    long count = levels.stream().filter(level::equals).count();
    return switch (fault.reason().code()) {
      case "grading.code.level-missing" -> count == 0;
      case "grading.code.level-twice" ->
          levels.get(Integer.parseInt(fault.reason().value("first"))) == level
              && levels.get(Integer.parseInt(fault.reason().value("second"))) == level
              && fault.line() == 2 + Integer.parseInt(fault.reason().value("second"))
              && !fault.reason().value("first").equals(fault.reason().value("second"));
      default -> false;
    };
  }

  private static void assertFaults(String csv, String... codes) {
    assertThatExceptionOfType(InvalidTableException.class)
        .isThrownBy(() -> read(csv))
        .satisfies(
            refused ->
                assertThat(refused.reasons()).extracting(Reason::code).containsExactly(codes));
  }

  private static LevelCodec codec(String id) {
    return PUBLISHED.find(id).orThrow();
  }

  private static String line(String codec, String code, String level) {
    return "%s,%s,%s,示例,1,ENTERPRISE\n".formatted(codec, code, level);
  }

  private static LevelCodecs read(String csv) {
    return LevelCodecs.read(
        "own.csv", new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
  }
}
