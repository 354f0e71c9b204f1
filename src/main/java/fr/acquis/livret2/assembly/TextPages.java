package fr.acquis.livret2.assembly;

import fr.acquis.livret2.AssembledFile.Inclusion;
import fr.acquis.livret2.Content;
import fr.acquis.livret2.Proof;
import fr.acquis.livret2.Question;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPage;

/** The pages we write: cover, answers, what stands for a piece without pages, index and contents. */
final class TextPages {

    private final Sheets sheets;
    private final Binding binding;
    private final FileWords words;
    private final Dossier dossier;
    private final Content content;
    private final List<Proof> pieces;

    TextPages(Sheets sheets, Binding binding, FileWords words, Dossier dossier) {
        this.sheets = sheets;
        this.binding = binding;
        this.words = words;
        this.dossier = dossier;
        this.content = dossier.deposit().content();
        this.pieces = content.pieces();
    }

    void cover() throws IOException {
        PDPage page = sheets.newPage();
        binding.cover(page);
        sheets.space(90);
        sheets.quiet(dossier.certifyingBody(), 0);
        sheets.space(10);
        sheets.heading(words.say("livret2.file.title"), 22);
        sheets.heading(dossier.certification(), 14);
        sheets.space(18);
        sheets.label(dossier.candidate());
        sheets.text(words.say("livret2.file.case", dossier.caseNumber()));
        sheets.text(words.say(
                "livret2.file.deposited",
                words.moment(dossier.deposit().depositedAt()),
                dossier.deposit().number()));
        if (dossier.deposit().attempt() > 1) {
            sheets.text(words.say("livret2.file.attempt", dossier.deposit().attempt()));
        }
        sheets.space(18);
        sheets.label(words.say("livret2.file.blocks"));
        for (Content.Bloc bloc : content.blocks()) {
            sheets.text(bloc.code() + " – " + bloc.title());
        }
        sheets.space(18);
        sheets.label(words.say("livret2.file.lock"));
        sheets.text(words.say("livret2.file.lock.text"));
        sheets.quiet(dossier.deposit().contentHash().hex(), 0);
        sheets.space(18);
        sheets.label(words.say("livret2.file.masks"));
        sheets.text(words.say("livret2.file.masks.text"));
    }

    void answers() throws IOException {
        for (Content.Bloc bloc : content.blocks()) {
            PDPage page = sheets.newPage();
            binding.bloc(bloc.code() + " – " + bloc.title(), page);
            sheets.heading(bloc.code() + " – " + bloc.title(), 15);
            for (Content.Entry entry : bloc.skills()) {
                answer(entry);
            }
        }
    }

    private void answer(Content.Entry entry) throws IOException {
        sheets.need(140);
        sheets.space(14);
        binding.skill(entry.code() + " – " + entry.statement(), sheets.page());
        sheets.heading(entry.code() + " – " + entry.statement(), 11.5f);
        for (Question question : Question.values()) {
            sheets.space(5);
            sheets.label(words.say(question.messageKey()));
            if (entry.answer(question).isBlank()) {
                sheets.bad(words.say("livret2.file.unanswered"));
            } else {
                sheets.text(FileWords.typed(entry.answer(question).strip()));
            }
        }
        sheets.space(5);
        sheets.label(words.say("livret2.file.proofs"));
        if (!entry.proven()) {
            sheets.bad(words.say("livret2.file.unproven"));
        }
        for (Proof proof : entry.proofs()) {
            proof(proof);
        }
    }

    /** @param pages as typed: one number, or several with commas and dashes */
    private String where(String pages) {
        boolean one = pages.chars().allMatch(Character::isDigit);
        return words.say(one ? "livret2.file.where.one" : "livret2.file.where", pages);
    }

    private void proof(Proof proof) throws IOException {
        int number = number(proof);
        binding.seen(number, sheets.entry(name(proof, number), 0, false));
        if (proof.pages() != null) {
            sheets.quiet(where(proof.pages()), 12);
        }
        if (proof.comment() != null) {
            sheets.quiet(FileWords.typed(proof.comment()), 12);
        }
    }

    /** The page that stands for a piece whose own pages are not here. */
    List<PDPage> said(Proof proof, int number, Inclusion why) throws IOException {
        List<PDPage> pages = new ArrayList<>();
        pages.add(sheets.newPage());
        sheets.space(120);
        sheets.heading(name(proof, number), 14);
        sheets.text(words.say(why.messageKey()));
        sheets.space(8);
        var piece = dossier.pieces().get(proof.evidence());
        if (piece != null) {
            sheets.quiet(
                    words.say(
                            "livret2.file.attached",
                            words.moment(piece.current().storedAt())),
                    0);
        }
        sheets.quiet(words.say("livret2.file.hash", proof.sha256().hex()), 0);
        sheets.close();
        return pages;
    }

    /** The page that stands for one that cannot be shown to everybody who reads the file. */
    PDPage withheld(Proof proof, int number, int own) throws IOException {
        PDPage page = sheets.newPage();
        sheets.space(120);
        sheets.heading(name(proof, number), 14);
        sheets.text(words.say("livret2.file.withheld", own));
        sheets.space(8);
        sheets.quiet(words.say("livret2.file.hash", proof.sha256().hex()), 0);
        sheets.close();
        return page;
    }

    void index() throws IOException {
        PDPage page = sheets.newPage();
        binding.index(words.say("livret2.file.index"), page);
        sheets.heading(words.say("livret2.file.index"), 15);
        for (Content.Bloc bloc : content.blocks()) {
            sheets.need(70);
            sheets.space(8);
            sheets.label(bloc.code() + " – " + bloc.title());
            for (Content.Entry entry : bloc.skills()) {
                sheets.need(40);
                sheets.space(3);
                sheets.text(entry.code() + " – " + entry.statement());
                if (!entry.proven()) {
                    sheets.quiet(words.say("livret2.file.unproven"), 12);
                }
                for (Proof proof : entry.proofs()) {
                    int number = number(proof);
                    String where = proof.pages() == null ? "" : ", " + where(proof.pages());
                    binding.seen(number, sheets.entry(name(proof, number) + where, 12, false));
                }
            }
        }
    }

    /** Written last, when everything has its page, and put behind the cover. */
    void contents() throws IOException {
        sheets.newPage();
        binding.contents(sheets.page());
        sheets.heading(words.say("livret2.file.contents"), 15);
        List<Binding.Chapter> chapters = List.copyOf(binding.chapters());
        for (Binding.Chapter chapter : chapters.subList(0, chapters.size() - 1)) {
            line(chapter);
        }
        sheets.entry(words.say("livret2.file.pieces"), 0, true);
        binding.contents(sheets.page());
        for (int at = 0; at < pieces.size(); at++) {
            Sheets.Spot spot = sheets.entry(name(pieces.get(at), at + 1), 14, false);
            binding.contents(sheets.page());
            binding.seen(at + 1, spot);
        }
        // The index stands behind the pieces.
        line(chapters.getLast());
    }

    private void line(Binding.Chapter chapter) throws IOException {
        Sheets.Spot spot = sheets.entry(chapter.title(), chapter.level() * 14f, chapter.level() == 0);
        binding.contents(sheets.page());
        binding.seen(chapter.page(), spot);
    }

    private int number(Proof proof) {
        for (int at = 0; at < pieces.size(); at++) {
            if (pieces.get(at).evidence().equals(proof.evidence())) {
                return at + 1;
            }
        }
        throw new IllegalArgumentException("a proof of another file");
    }

    private String name(Proof proof, int number) {
        return words.piece(number, proof, dossier.pieces().get(proof.evidence()));
    }
}
