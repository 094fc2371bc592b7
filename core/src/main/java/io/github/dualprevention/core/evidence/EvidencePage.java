package io.github.dualprevention.core.evidence;

import static io.github.dualprevention.core.evidence.Html.both;
import static io.github.dualprevention.core.evidence.Html.escape;
import static io.github.dualprevention.core.evidence.Html.section;

import io.github.dualprevention.core.journal.JournalEntry;
import java.util.stream.Collectors;

/**
 * Form 1 of the document. What it wrote must verify for ever, so neither it nor a name or clause
 * that it shows may change; a later form is a class beside this one.
 */
final class EvidencePage {

  private static final String STYLE =
      """
      @page { size: A4; margin: 14mm 12mm }
      * { box-sizing: border-box }
      html { background: #eceff1; color: #1c2429; font: 14px/1.55 "Noto Sans CJK SC",
        "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", sans-serif }
      body { margin: 0 }
      main { max-width: 210mm; margin: 0 auto; padding: 12mm; background: #fff }
      header { border-bottom: 3px solid #1b4f72; margin-bottom: 1.4em }
      h1 { font-size: 1.7em; margin: 0 0 .2em; color: #1b4f72 }
      h2 { font-size: 1.25em; margin: 1.8em 0 .6em; padding-left: .5em;
        border-left: 5px solid #1b4f72 }
      h3 { font-size: 1.02em; margin: 0; padding: .4em .6em; background: #e8f0f6;
        border: 1px solid #b8c4cc; border-bottom: 0 }
      h2, h3 { break-after: avoid }
      [lang=en] { color: #55646e; font-size: .86em; font-weight: normal }
      article { margin: 0 0 1em }
      table { width: 100%; border-collapse: collapse; table-layout: fixed }
      th, td { border: 1px solid #b8c4cc; padding: .22em .5em; text-align: left;
        vertical-align: top; overflow-wrap: anywhere }
      th { width: 20%; background: #f6f8f9; font-weight: 600 }
      th [lang=en] { display: inline-block }
      tr { break-inside: avoid }
      ul { margin: 0; padding-left: 1.2em }
      ol { padding-left: 1.4em }
      li { margin: .35em 0 }
      td li { margin: 0 }
      ol [lang=en] { display: block }
      bdi { white-space: pre-wrap }
      code, pre { font: .86em/1.45 "Noto Sans Mono CJK SC", Consolas, Menlo, monospace }
      code, pre { word-break: break-all }
      pre { white-space: pre-wrap; margin: 0; padding: .7em;
        border: 1px solid #b8c4cc; background: #f6f8f9 }
      pre:empty { display: none }
      .seal { white-space: nowrap }
      .note { margin: .3em 0 0; padding: .2em .5em; background: #fff6dd }
      strong { color: #b3261e }
      @media print {
        html { background: none; font-size: 9.5pt }
        main { max-width: none; padding: 0 }
        h3, th, pre, .note { print-color-adjust: exact; -webkit-print-color-adjust: exact }
      }
      """;

  private final EvidenceContent content;

  EvidencePage(EvidenceContent content) {
    this.content = content;
  }

  String render() {
    String entries =
        content.chain().stream()
            .map(entry -> new EntryPart(content, entry).render())
            .collect(Collectors.joining());
    return head()
        + "<body>\n<main>\n"
        + header()
        + new SummaryPart(content).render()
        + section("entries", both("全部记录", "Everything that happened"), entries)
        + new ProofPart(content).render()
        + "</main>\n</body>\n</html>\n";
  }

  private String head() {
    String editions =
        content.lifeCycles().keySet().stream()
            .map(edition -> EvidenceText.meta(EvidenceText.EDITION, edition.toString()))
            .collect(Collectors.joining());
    return """
        <!DOCTYPE html>
        <html lang="zh-CN">
        <head>
        <meta charset="UTF-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <meta name="viewport" content="width=device-width">
        """
        + EvidenceText.meta(EvidenceText.FORM, EvidenceText.FORM_1)
        + EvidenceText.meta(EvidenceText.ZONE, content.zone().getId())
        + editions
        + "<title>"
        + escape("隐患证据文件 Evidence file " + content.hazard().id())
        + "</title>\n<style>\n"
        + STYLE
        + "</style>\n</head>\n";
  }

  private String header() {
    JournalEntry head = content.head();
    String time = content.time(head.recorded());
    return "<header>\n<h1>"
        + both("隐患证据文件", "Evidence file of a hazard")
        + "</h1>\n<p>"
        + Html.code(content.hazard().id())
        + " · "
        + both(
            "共" + head.number() + "条记录，末条记录于" + time,
            head.number() + " entries, the last one recorded then")
        + "</p>\n</header>\n";
  }
}
