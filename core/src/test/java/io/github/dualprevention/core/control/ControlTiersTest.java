package io.github.dualprevention.core.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.dualprevention.core.risk.RiskLevel;
import io.github.dualprevention.core.table.Fault;
import io.github.dualprevention.core.table.InvalidTableException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ControlTiersTest {

  private static final String HEADER = "id,version,level,tier,document,clause,evidence\n";

  @Test
  void thePublishedTableIsAsWritten() {
    ControlTiers tiers = ControlTiers.published();

    assertThat(tiers.version()).hasToString("TIERS:A@1");
    assertThat(tiers.controlling(RiskLevel.MAJOR))
        .containsExactly(
            ControlTier.COMPANY, ControlTier.DEPARTMENT, ControlTier.TEAM, ControlTier.POST);
    assertThat(tiers.controlling(RiskLevel.SIGNIFICANT))
        .isEqualTo(tiers.controlling(RiskLevel.MAJOR));
    assertThat(tiers.controlling(RiskLevel.GENERAL))
        .containsExactly(ControlTier.DEPARTMENT, ControlTier.TEAM, ControlTier.POST);
    assertThat(tiers.controlling(RiskLevel.LOW))
        .containsExactly(ControlTier.TEAM, ControlTier.POST);
  }

  @Property
  @Label("R3, R4: of all tables the sound ones are read, the others refused with a true example")
  void r4OfAllTablesTheSoundOnesAreRead(
      @ForAll ControlTier major,
      @ForAll ControlTier significant,
      @ForAll ControlTier general,
      @ForAll ControlTier low) {
    Map<RiskLevel, ControlTier> table = new EnumMap<>(RiskLevel.class);
    table.put(RiskLevel.MAJOR, major);
    table.put(RiskLevel.SIGNIFICANT, significant);
    table.put(RiskLevel.GENERAL, general);
    table.put(RiskLevel.LOW, low);
    boolean sound =
        major.isAtLeast(significant) && significant.isAtLeast(general) && general.isAtLeast(low);
    if (sound) {
      ControlTiers tiers = read(csv(table));
      for (RiskLevel a : RiskLevel.values()) {
        assertThat(tiers.controlling(a).get(0)).isEqualTo(table.get(a));
        assertR3(tiers.controlling(a));
        for (RiskLevel b : RiskLevel.values()) {
          if (a.isAtLeast(b)) {
            assertThat(tiers.controlling(a)).containsAll(tiers.controlling(b));
          }
        }
      }
    } else {
      assertThatExceptionOfType(InvalidTableException.class)
          .isThrownBy(() -> read(csv(table)))
          .satisfies(refused -> assertThat(refused.faults()).isNotEmpty())
          .satisfies(refused -> refused.faults().forEach(fault -> assertIsTrue(fault, table)));
    }
  }

  private static void assertR3(List<ControlTier> controlling) {
    for (ControlTier tier : controlling) {
      assertThat(controlling).containsAll(tier.downwards());
    }
    assertThat(controlling).contains(ControlTier.POST).doesNotHaveDuplicates();
  }

  /** The two levels that the fault names are in the table, and in the wrong order. */
  private static void assertIsTrue(Fault fault, Map<RiskLevel, ControlTier> table) {
    RiskLevel level = RiskLevel.ofCode(fault.reason().value("level"));
    RiskLevel lower = RiskLevel.ofCode(fault.reason().value("lower"));
    ControlTier tier = ControlTier.valueOf(fault.reason().value("tier"));
    ControlTier lowerTier = ControlTier.valueOf(fault.reason().value("lower-tier"));

    assertThat(fault.reason().code()).isEqualTo("control.tiers.not-monotone");
    assertThat(fault.file()).isEqualTo("tiers.csv");
    assertThat(fault.line()).isEqualTo(2 + List.of(RiskLevel.values()).indexOf(level));
    assertThat(table).containsEntry(level, tier).containsEntry(lower, lowerTier);
    assertThat(lower.isAtLeast(level)).isFalse();
    assertThat(tier.isAtLeast(lowerTier)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(RiskLevel.class)
  void refusesATableThatLeavesALevelOut(RiskLevel left) {
    Map<RiskLevel, ControlTier> table = new EnumMap<>(RiskLevel.class);
    for (RiskLevel level : RiskLevel.values()) {
      if (level != left) {
        table.put(level, ControlTier.COMPANY);
      }
    }

    assertThatExceptionOfType(InvalidTableException.class)
        .isThrownBy(() -> read(csv(table)))
        .satisfies(
            refused -> {
              assertThat(refused.code()).isEqualTo("control.tiers.level-missing");
              assertThat(refused.reasons().get(0).value("level")).isEqualTo(left.code());
            });
  }

  @Test
  void refusesALevelThatIsToldTwiceOrUnknown() {
    String line = "T,1,MAJOR,COMPANY,示例,1,ENTERPRISE\n";

    assertThatExceptionOfType(InvalidTableException.class)
        .isThrownBy(() -> read(HEADER + line + line))
        .satisfies(refused -> assertThat(refused.faults()).extracting(Fault::line).contains(3L));
    assertThatExceptionOfType(InvalidTableException.class)
        .isThrownBy(() -> read(HEADER + line.replace("COMPANY", "GROUP")))
        .satisfies(
            refused -> assertThat(refused.faults()).extracting(Fault::column).contains("tier"));
  }

  private static String csv(Map<RiskLevel, ControlTier> table) {
    StringBuilder csv = new StringBuilder(HEADER);
    table.forEach(
        (level, tier) ->
            csv.append("T,1,%s,%s,示例,1,ENTERPRISE\n".formatted(level.code(), tier.code())));
    return csv.toString();
  }

  private static ControlTiers read(String csv) {
    return ControlTiers.read(
        "tiers.csv", new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
  }
}
