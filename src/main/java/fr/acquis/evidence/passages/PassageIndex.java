package fr.acquis.evidence.passages;

import fr.acquis.evidence.EvidenceId;
import fr.acquis.shared.JourneyId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/** One Lucene index for all cases: a document a page, found by its case, and a mark for each piece that is in. */
@Component
public class PassageIndex implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(PassageIndex.class);

    private static final String JOURNEY = "journey";
    private static final String PIECE = "piece";
    private static final String MARK = "mark";
    private static final String PAGE = "page";
    private static final String TEXT = "text";

    /** Pages looked at for one wish; a piece has many. */
    private static final int PAGES = 60;

    /** What shares less than this part of what the nearest page shares is not worth a person's look. */
    private static final float FAINT = 0.3f;

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final @Nullable Path passing;

    PassageIndex(PassageSettings settings) throws IOException {
        Opened opened = settings.kept() == null ? null : kept(settings.kept());
        this.passing = opened == null ? Files.createTempDirectory("acquis-passages-") : null;
        Opened used = opened == null ? Opened.in(passing, IndexWriterConfig.OpenMode.CREATE) : opened;
        this.directory = used.directory();
        this.writer = used.writer();
        this.searchers = new SearcherManager(writer, null);
    }

    /** The index of the last start, or a new one in its place; null when the folder cannot be used. */
    private static @Nullable Opened kept(Path folder) {
        try {
            Files.createDirectories(folder);
            return Opened.in(folder, IndexWriterConfig.OpenMode.CREATE_OR_APPEND);
        } catch (IOException | IllegalArgumentException unusable) {
            log.warn("the index of passages cannot be read: {}", unusable.toString());
        }
        try {
            return Opened.in(folder, IndexWriterConfig.OpenMode.CREATE);
        } catch (IOException taken) {
            log.warn("the folder of the index cannot be used, a passing one is: {}", taken.toString());
            return null;
        }
    }

    private record Opened(Directory directory, IndexWriter writer) {

        static Opened in(Path folder, IndexWriterConfig.OpenMode mode) throws IOException {
            Directory directory = FSDirectory.open(folder);
            try {
                return new Opened(
                        directory,
                        new IndexWriter(
                                directory,
                                new IndexWriterConfig(FrenchWords.ANALYSER)
                                        .setRAMBufferSizeMB(8)
                                        .setOpenMode(mode)));
            } catch (IOException | IllegalArgumentException unusable) {
                directory.close();
                throw unusable;
            }
        }
    }

    /** A page that speaks of what was looked for; the nearest page of its piece. */
    public record Hit(EvidenceId evidence, int page) {}

    /** A version of a piece. */
    record Piece(EvidenceId evidence, int version) {

        String key() {
            return evidence + "/" + version;
        }

        static Piece of(String key) {
            int cut = key.indexOf('/');
            return new Piece(
                    new EvidenceId(UUID.fromString(key.substring(0, cut))), Integer.parseInt(key.substring(cut + 1)));
        }
    }

    /** The nearest first; at least two of the words sought stand on a page, where so many are. */
    public List<Hit> search(JourneyId journey, SoughtTerms terms) {
        if (terms.weights().isEmpty()) {
            return List.of();
        }
        Query query = query(journey, terms);
        return reading(searcher -> {
            ScoreDoc[] found = searcher.search(query, PAGES).scoreDocs;
            StoredFields stored = searcher.storedFields();
            Map<EvidenceId, Hit> nearest = new LinkedHashMap<>();
            for (ScoreDoc one : found) {
                if (one.score >= found[0].score * FAINT) {
                    Document page = stored.document(one.doc);
                    EvidenceId evidence = Piece.of(page.get(PIECE)).evidence();
                    nearest.putIfAbsent(
                            evidence,
                            new Hit(evidence, page.getField(PAGE).numericValue().intValue()));
                }
            }
            return List.copyOf(nearest.values());
        });
    }

    private static Query query(JourneyId journey, SoughtTerms terms) {
        BooleanQuery.Builder words = new BooleanQuery.Builder();
        terms.weights()
                .forEach((stem, weight) ->
                        words.add(new BoostQuery(new TermQuery(new Term(TEXT, stem)), weight), Occur.SHOULD));
        words.setMinimumNumberShouldMatch(Math.min(2, terms.weights().size()));
        return new BooleanQuery.Builder()
                .add(new TermQuery(new Term(JOURNEY, journey.toString())), Occur.FILTER)
                .add(words.build(), Occur.MUST)
                .build();
    }

    /** What of a case is in the index. */
    Set<Piece> pieces(JourneyId journey) {
        return reading(searcher -> {
            Set<Piece> pieces = new HashSet<>();
            StoredFields stored = searcher.storedFields();
            Query marks = new TermQuery(new Term(MARK, journey.toString()));
            // Counted first: room is made for as many hits as are asked for.
            int count = Math.max(1, searcher.count(marks));
            for (ScoreDoc one : searcher.search(marks, count).scoreDocs) {
                pieces.add(Piece.of(stored.document(one.doc).get(PIECE)));
            }
            return pieces;
        });
    }

    /** Every piece in the index, whatever its case. */
    List<Piece> all() {
        return reading(searcher -> {
            List<Piece> pieces = new ArrayList<>();
            Terms terms = MultiTerms.getTerms(searcher.getIndexReader(), PIECE);
            if (terms != null) {
                TermsEnum each = terms.iterator();
                for (BytesRef key = each.next(); key != null; key = each.next()) {
                    pieces.add(Piece.of(key.utf8ToString()));
                }
            }
            return pieces;
        });
    }

    /** Puts a piece in, page by page; twice is once. */
    void add(JourneyId journey, Piece piece, String text) {
        List<Document> documents = new ArrayList<>();
        documents.add(document(piece, new StringField(MARK, journey.toString(), Field.Store.NO)));
        int page = 0;
        for (String words : text.split("\f", -1)) {
            page++;
            if (!words.isBlank()) {
                Document document = document(piece, new StringField(JOURNEY, journey.toString(), Field.Store.NO));
                document.add(new StoredField(PAGE, page));
                document.add(new TextField(TEXT, words, Field.Store.NO));
                documents.add(document);
            }
        }
        writing(() -> writer.updateDocuments(new Term(PIECE, piece.key()), documents));
    }

    private static Document document(Piece piece, Field of) {
        Document document = new Document();
        document.add(new StringField(PIECE, piece.key(), Field.Store.YES));
        document.add(of);
        return document;
    }

    void remove(Piece piece) {
        writing(() -> writer.deleteDocuments(new Term(PIECE, piece.key())));
    }

    /** What was added can be found. */
    void show() {
        writing(searchers::maybeRefreshBlocking);
    }

    /** What was taken out can be found no more, and its words leave the disk. */
    void forget() {
        writing(() -> {
            writer.forceMergeDeletes();
            writer.commit();
            searchers.maybeRefreshBlocking();
        });
    }

    /** What was added is on the disk. */
    void keep() {
        writing(writer::commit);
    }

    private <T> T reading(Reading<T> work) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                return work.of(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void writing(Writing work) {
        try {
            work.run();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void destroy() throws IOException {
        searchers.close();
        writer.close();
        directory.close();
        if (passing != null) {
            FileSystemUtils.deleteRecursively(passing);
        }
    }

    private interface Reading<T> {

        T of(IndexSearcher searcher) throws IOException;
    }

    private interface Writing {

        void run() throws IOException;
    }
}
