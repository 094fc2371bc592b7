package io.github.dualprevention.core.evidence;

import static io.github.dualprevention.core.evidence.Html.NONE;
import static io.github.dualprevention.core.evidence.Html.both;
import static io.github.dualprevention.core.evidence.Html.code;
import static io.github.dualprevention.core.evidence.Html.escape;
import static io.github.dualprevention.core.evidence.Html.free;
import static io.github.dualprevention.core.evidence.Html.row;
import static io.github.dualprevention.core.evidence.Html.section;
import static io.github.dualprevention.core.evidence.Html.table;
import static io.github.dualprevention.core.evidence.Html.td;
import static io.github.dualprevention.core.evidence.Html.th;

import io.github.dualprevention.core.journal.Commitment;
import io.github.dualprevention.core.journal.JournalEntry;
import io.github.dualprevention.core.journal.Opening;
import java.util.stream.Collectors;

/** What the document was made from, and how anybody can verify it. */
final class ProofPart {

  private static final String HASHES =
      "while IFS= read -r line; do printf %s \"${line#* }\" | sha256sum; done < chain.txt";

  private final EvidenceContent content;

  ProofPart(EvidenceContent content) {
    this.content = content;
  }

  String render() {
    return section("proof", both("核验", "Proof"), table(numbers()) + howTo())
        + section("persons", both("人员", "Persons"), table(persons()))
        + section("chain", both("日志原文", "The lines of the journal"), journal())
        + section("opened", both("已公开的承诺", "Opened commitments"), openings());
  }

  private String numbers() {
    JournalEntry head = content.head();
    String algorithms =
        content.chain().stream()
            .map(JournalEntry::algorithm)
            .distinct()
            .collect(Collectors.joining(", "));
    String editions =
        content.lifeCycles().keySet().stream()
            .map(edition -> code(edition.toString()))
            .collect(Collectors.joining(" "));
    return row(th("记录条数", "entries"), td(String.valueOf(head.number())))
        + row(th("末条摘要", "head hash"), td(code(head.hash())))
        + row(th("摘要算法", "algorithm"), td(free(algorithms)))
        + row(th("时区", "time zone"), td(code(content.zone().getId())))
        + row(
            th("附条款的流转表", "life cycles whose clauses are shown"),
            td(editions.isEmpty() ? NONE : editions));
  }

  private static String howTo() {
    return "<ol>\n"
        + item(
            "以上文字全部由下列日志原文、流转表条款和已公开的承诺生成。" + "程序据此重新生成整份文件并逐字节比较，文字与日志原文不符即被发现。",
            "All text above is made from the lines of the journal below, the clauses of the life"
                + " cycles and the opened commitments. A program makes the whole file again and"
                + " compares every byte.")
        + item(
            "每条记录占一行：摘要、一个空格、内容。摘要按内容的UTF-8字节计算，不含行尾；"
                + "内容中的previous是前一条的摘要。SHA-256可用sha256sum核验："
                + "把日志原文存为chain.txt，下列命令依次输出的摘要应与各行开头相同。",
            "Each entry is a line: hash, space, content. The hash is taken over the UTF-8 bytes of"
                + " the content, without the line's end; previous in it is the hash of the entry"
                + " before. SHA-256 is verified with sha256sum: save the lines as chain.txt; this"
                + " prints the hashes that begin them.",
            "<code>" + escape(HASHES) + "</code>")
        + item(
            "本文件自身不能证明末尾的记录未被截去，也不能证明整条记录链未被改写并重新计算摘要；" + "这只能与台账保管人无法接触的较早核验点（条数和摘要）对照。",
            "What this file alone cannot show: that the last entries were cut off, or that the"
                + " chain was written and hashed anew. Only an earlier checkpoint (number and"
                + " hash), kept where whoever keeps the ledger cannot reach it, shows that.")
        + item(
            "人员以承诺代替姓名，承诺相同即为同一人。已公开的承诺可以核验：" + "依次连接盐的字节数（一个字节）、盐和文字的UTF-8字节，其摘要即为承诺。",
            "Persons stand as commitments; the same commitment is the same person. An opened one"
                + " is verified so: the hash over the number of the salt's bytes (one byte), the"
                + " salt and the text's UTF-8 bytes is the commitment.")
        + "</ol>\n";
  }

  private static String item(String zh, String en, String... further) {
    return "<li>" + both(zh, en) + String.join("", further) + "</li>\n";
  }

  private String persons() {
    return content.persons().all().stream().map(this::person).collect(Collectors.joining());
  }

  private String person(Commitment person) {
    int number = content.persons().number(person);
    return row(
        th("人员" + number, "person " + number),
        td(name(person)),
        "<td colspan=\"2\">" + code(person.value()) + "</td>");
  }

  private String name(Commitment person) {
    if (!content.persons().mayBeNamed(person)) {
      return both("举报隐患，不予公开", "told by an informant, never opened");
    }
    Opening opening = content.openings().get(person);
    return opening == null ? both("未公开", "not opened") : free(opening.text());
  }

  private String journal() {
    return content.chain().stream()
        .map(entry -> escape(entry.toString()) + "\n")
        .collect(Collectors.joining("", EvidenceText.JOURNAL + "\n", EvidenceText.END + "\n"));
  }

  private String openings() {
    return "<p>"
        + both("每行：承诺、盐（十六进制）、文字。", "Each line: commitment, salt (hexadecimal), text.")
        + "</p>\n"
        + content.openings().entrySet().stream()
            .map(each -> opening(each.getKey(), each.getValue()))
            .collect(Collectors.joining("", EvidenceText.OPENINGS + "\n", EvidenceText.END + "\n"));
  }

  private static String opening(Commitment person, Opening opening) {
    return escape(person + " " + opening.salt() + " " + opening.text()) + "\n";
  }
}
