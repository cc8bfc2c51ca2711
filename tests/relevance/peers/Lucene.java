import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/**
 * Lucene with its defaults for French: FrenchAnalyzer, one field, BM25, any of the words.
 *
 * <p>{@code build FOLDER} indexes articles, one a line of standard input: its id, a tab, its text on one line. {@code
 * search FOLDER} answers queries, one a line: how many articles at most, a tab, the words; an answer is a line of ids with
 * tabs between them.
 */
public final class Lucene {
  private static final Analyzer FRENCH = new FrenchAnalyzer();

  public static void main(String[] arguments) throws IOException {
    try (Directory folder = FSDirectory.open(Path.of(arguments[1]))) {
      if (arguments[0].equals("build")) {
        build(folder);
      } else {
        search(folder);
      }
    }
  }

  private static void build(Directory folder) throws IOException {
    try (IndexWriter writer = new IndexWriter(folder, new IndexWriterConfig(FRENCH))) {
      BufferedReader lines = input();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] article = line.split("\t", 2);
        Document document = new Document();
        document.add(new StoredField("id", article[0]));
        document.add(new TextField("text", article[1], Field.Store.NO));
        writer.addDocument(document);
      }
    }
  }

  private static void search(Directory folder) throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(folder)) {
      IndexSearcher searcher = new IndexSearcher(reader);
      PrintStream answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
      BufferedReader lines = input();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] asked = line.split("\t", 2);
        StringBuilder answer = new StringBuilder();
        for (ScoreDoc hit : searcher.search(anyOf(asked[1]), Integer.parseInt(asked[0])).scoreDocs) {
          answer.append(searcher.storedFields().document(hit.doc).get("id")).append('\t');
        }
        answers.println(answer);
      }
    }
  }

  private static BooleanQuery anyOf(String text) throws IOException {
    BooleanQuery.Builder words = new BooleanQuery.Builder();
    try (TokenStream stream = FRENCH.tokenStream("text", text)) {
      CharTermAttribute word = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        words.add(new TermQuery(new Term("text", word.toString())), BooleanClause.Occur.SHOULD);
      }
      stream.end();
    }
    return words.build();
  }

  private static BufferedReader input() {
    return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
  }
}
