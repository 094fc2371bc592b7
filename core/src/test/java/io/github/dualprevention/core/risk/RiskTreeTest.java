package io.github.dualprevention.core.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.RefusedException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RiskTreeTest {

  private static final RiskPoint STATION = new RiskPoint("P", "加油站");
  private static final RiskUnit FORECOURT = new RiskUnit("U", "加油区", "P");
  private static final RiskEvent FIRE =
      new RiskEvent("E1", "火灾", "U", Set.of(RiskArea.OPERATING_BEHAVIOUR));
  private static final RiskEvent SHOCK = new RiskEvent("E2", "触电", "U", Set.of());

  @Test
  void listsUnitsByPointAndEventsByUnit() {
    RiskTree tree = new RiskTree(List.of(STATION), List.of(FORECOURT), List.of(FIRE, SHOCK));

    assertThat(tree.unitsByPoint()).containsOnlyKeys("P");
    assertThat(tree.unitsByPoint().get("P")).containsExactly(FORECOURT);
    assertThat(tree.eventsByUnit().get("U")).containsExactly(FIRE, SHOCK);
  }

  @Test
  void refusesPartsThatDoNotFitWithAllReasons() {
    RiskEvent lost = new RiskEvent("E3", "坍塌", "X", Set.of());
    RiskUnit stray = new RiskUnit("U", "罐区", "Y");

    assertThatThrownBy(
            () ->
                new RiskTree(
                    List.of(STATION, STATION),
                    List.of(FORECOURT, stray),
                    List.of(FIRE, FIRE, lost)))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused ->
                assertThat(refused.reasons())
                    .extracting(Reason::code)
                    .containsExactly(
                        "risk.id.twice",
                        "risk.id.twice",
                        "risk.id.twice",
                        "risk.parent.missing",
                        "risk.parent.missing"));
  }

  @Test
  void knowsTheSixAreas() {
    assertThat(RiskArea.values())
        .extracting(area -> area.wording().zh())
        .containsExactly("生产系统", "设备设施", "操作行为", "职业健康", "环境条件", "安全管理");
  }
}
