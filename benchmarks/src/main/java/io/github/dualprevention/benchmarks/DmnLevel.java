package io.github.dualprevention.benchmarks;

import io.github.dualprevention.core.risk.Factors;
import io.github.dualprevention.core.risk.RiskLevel;
import java.io.StringReader;
import java.util.List;
import java.util.stream.Collectors;
import org.kie.api.KieServices;
import org.kie.api.io.Resource;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;

/**
 * A decision table by score in DMN, run by Drools; numbers are decimals there, and so are the
 * ready-made inputs.
 */
final class DmnLevel implements LevelSource {

  private final DMNRuntime runtime;
  private final DMNModel model;
  private final List<DMNContext> inputs;

  DmnLevel(PlainTable table) {
    Resource text =
        KieServices.Factory.get()
            .getResources()
            .newReaderResource(new StringReader(definitions(table)), "UTF-8")
            .setSourcePath("src/main/resources/level.dmn");
    runtime =
        DMNRuntimeBuilder.fromDefaults()
            .buildConfiguration()
            .fromResources(List.of(text))
            .getOrElseThrow(IllegalStateException::new);
    model = runtime.getModels().get(0);
    if (model.hasErrors()) {
      throw new IllegalStateException(model.getMessages().toString());
    }
    inputs = table.inputs().stream().map(this::context).toList();
  }

  private DMNContext context(Factors factors) {
    DMNContext context = runtime.newContext();
    factors.values().forEach(context::set);
    return context;
  }

  private static String definitions(PlainTable table) {
    return """
        <definitions xmlns="https://www.omg.org/spec/DMN/20180521/MODEL/"
            id="grading" name="grading" namespace="grading">
          %s
          <decision id="level" name="level">
            <variable name="level" typeRef="string"/>
            %s
            <decisionTable id="table" hitPolicy="UNIQUE">
              <input id="score">
                <inputExpression id="product" typeRef="number"><text>%s</text></inputExpression>
              </input>
              <output id="answer" typeRef="string"/>
              %s
            </decisionTable>
          </decision>
        </definitions>
        """
        .formatted(
            table.factors().stream().map(DmnLevel::input).collect(Collectors.joining()),
            table.factors().stream().map(DmnLevel::requirement).collect(Collectors.joining()),
            table.product(),
            table.levels().stream().map(DmnLevel::rule).collect(Collectors.joining()));
  }

  private static String input(String factor) {
    return """
        <inputData id="%1$s" name="%1$s"><variable name="%1$s" typeRef="number"/></inputData>
        """
        .formatted(factor);
  }

  private static String requirement(String factor) {
    return """
        <informationRequirement><requiredInput href="#%s"/></informationRequirement>
        """
        .formatted(factor);
  }

  private static String rule(PlainTable.Line line) {
    String scores =
        line.highest() ? "&gt;= " + line.floor() : "[" + line.floor() + ".." + line.ceiling() + ")";
    return """
        <rule id="rule-%1$s">
          <inputEntry id="scores-%1$s"><text>%2$s</text></inputEntry>
          <outputEntry id="level-%1$s"><text>"%1$s"</text></outputEntry>
        </rule>
        """
        .formatted(line.level().name(), scores);
  }

  @Override
  public RiskLevel level(int input) {
    return RiskLevel.valueOf(
        (String)
            runtime
                .evaluateAll(model, inputs.get(input))
                .getDecisionResultById("level")
                .getResult());
  }
}
