package fr.acquis.evidence.passages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.util.ElisionFilter;

/** French as the index knows it: as Lucene's own, and without accents, which recognised letters often lose. */
final class FrenchWords extends Analyzer {

    static final FrenchWords ANALYSER = new FrenchWords();

    /** Numbers and single letters tell nothing of a skill. */
    private static final int SHORTEST = 3;

    private FrenchWords() {}

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer source = new StandardTokenizer();
        TokenStream words = new ElisionFilter(source, FrenchAnalyzer.DEFAULT_ARTICLES);
        words = new LowerCaseFilter(words);
        words = new StopFilter(words, FrenchAnalyzer.getDefaultStopSet());
        words = new FrenchLightStemFilter(words);
        return new TokenStreamComponents(source, new ASCIIFoldingFilter(words));
    }

    /** The words of a text with their places, in its order. */
    static List<Word> in(String text) {
        List<Word> words = new ArrayList<>();
        try (TokenStream stream = ANALYSER.tokenStream("text", text)) {
            CharTermAttribute stem = stream.addAttribute(CharTermAttribute.class);
            OffsetAttribute place = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                if (stem.length() >= SHORTEST && !Character.isDigit(stem.charAt(0))) {
                    words.add(new Word(stem.toString(), place.startOffset(), place.endOffset()));
                }
            }
            stream.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return words;
    }

    record Word(String stem, int from, int to) {}
}
