import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Scanner;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads lines of an expression and a text, in Base64; answers "refused", or whether the whole and a part of the text match. */
class Ask {
    public static void main(String[] args) {
        StringBuilder answers = new StringBuilder();
        Scanner in = new Scanner(System.in, StandardCharsets.US_ASCII);
        while (in.hasNextLine()) {
            String[] question = in.nextLine().split(" ", -1);
            answers.append(answer(decode(question[0]), decode(question[1]))).append('\n');
        }
        System.out.print(answers);
    }

    private static String answer(String expression, String text) {
        try {
            Pattern p = Pattern.compile(expression);
            return p.matcher(text).matches() + " " + p.matcher(text).find();
        } catch (PatternSyntaxException e) {
            return "refused";
        }
    }

    private static String decode(String s) {
        return new String(Base64.getDecoder().decode(s), StandardCharsets.UTF_8);
    }
}
