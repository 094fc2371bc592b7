package io.github.dualprevention.benchmarks;

import io.github.dualprevention.core.risk.RiskLevel;
import java.io.StringReader;
import java.util.List;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/**
 * A rule of Drools for each level, as executable model. One session is used again and again: that
 * took half the time of a stateless session, and two thirds of a stateless one from a pool.
 */
final class DroolsLevel implements LevelSource {

  private final KieSession session;
  private final List<RiskFact> risks;

  DroolsLevel(PlainTable table) {
    KieServices services = KieServices.Factory.get();
    KieFileSystem files = services.newKieFileSystem();
    files.write(
        services
            .getResources()
            .newReaderResource(new StringReader(rules(table)), "UTF-8")
            .setSourcePath("src/main/resources/levels.drl"));
    KieBuilder builder = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
    if (builder.getResults().hasMessages(Message.Level.ERROR)) {
      throw new IllegalStateException(builder.getResults().toString());
    }
    session = services.newKieContainer(builder.getKieModule().getReleaseId()).newKieSession();
    risks = RiskFact.of(table);
  }

  private static String rules(PlainTable table) {
    StringBuilder text = new StringBuilder();
    text.append("import ").append(RiskFact.class.getName()).append(";\n");
    text.append("import ").append(RiskLevel.class.getName()).append(";\n");
    for (PlainTable.Line line : table.levels()) {
      String below = line.highest() ? "" : ", score < " + line.ceiling();
      text.append(
          """
          rule "%1$s" when
            $risk : RiskFact(score >= %2$s%3$s)
          then
            $risk.setLevel(RiskLevel.%1$s);
          end
          """
              .formatted(line.level().name(), line.floor(), below));
    }
    return text.toString();
  }

  @Override
  public RiskLevel level(int input) {
    RiskFact risk = risks.get(input);
    FactHandle handle = session.insert(risk);
    session.fireAllRules();
    session.delete(handle);
    return risk.takeLevel();
  }
}
