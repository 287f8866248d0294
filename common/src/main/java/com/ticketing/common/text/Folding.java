package com.ticketing.common.text;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Removes the differences between texts that users who search do not see or do not type: case, accents, strokes,
 * ligatures, widths, the digits of other scripts and the final forms of letters.
 */
public final class Folding {

    /** Marks that may be left out in writing. In other scripts marks are vowels; those of kana change the syllable. */
    private static final Pattern LEFT_OUT =
            Pattern.compile("(?![\\u3099\\u309A])(?=[\\p{Script=Inherited}\\p{Script=Greek}"
                    + "\\p{Script=Cyrillic}\\p{Script=Hebrew}\\p{Script=Arabic}\\p{Script=Syriac}])\\p{M}"
                    + "|\\p{Cf}|[\\u02B9-\\u02D1\\u0640" + Text.BLANKS + "]");

    /**
     * Letters that Unicode does not decompose, each group after the letters that replace it. The Latin ones are those
     * of the transform Latin-ASCII of CLDR; the others are final forms.
     */
    private static final String LETTERS =
            "a ⱥᴀᶏ,aa ꜳ,ae æᴁ,ao ꜵ,au ꜷ,av ꜹꜻ,ay ꜽ,b ƀɓƃʙᴃᵬᶀ,c ƈȼɕᴄꞓ,d ðđɖɗƌȡᴅᴆᵭᶁᶑꝱꝺ,db ȸ,dz ʣʥ,e ɛɇᴇᶒᶓⱸ,f ƒᵮᶂꜰꝼ,g"
                    + " ɠǥɡɢʛᶃꞡ,h ħɦɧʜⱨ,hv ƕ,i ɨɪᵻᶖ,j ȷɉɟʝᴊ,k ƙᴋᶄⱪꝁꝃꝅꞣ,l łƚȴɫɬɭʟᴌᶅⱡꝇꝉꝲ,ll ỻ,ls ʪ,lz ʫ,m ɱᴍᵯᶆꝳ,n"
                    + " ŋɲƞȵɳɴᵰᶇꝴꞑꞥ,o øᴏⱺꝋꝍ,oe œɶ,oi ƣ,oo ꝏ,p ƥᴘᵱᵽᶈꝑꝓꝕ,q ĸʠꝗꝙ,qp ȹ,r ʀɍɼɽɾᵲᵳᶉꝵꝶꞧ,s ȿʂᵴᶊẜẝꜱꞩ,ss ß,t"
                    + " ŧƫƭʈȶⱦᴛᵵꝷꞇ,th þᵺꝥꝧ,ts ʦ,u ʉᴜᵾᶙ,ue ᵫ,v ʋᴠᶌỽⱱⱴꝟ,vy ꝡ,w ᴡⱳ,x ᶍ,y ƴɏʏỿ,z ƶȥɀʐʑᴢᵶᶎⱬ,σ ς,כ ך,מ ם,נ ן,פ"
                    + " ף,צ ץ";

    private static final Map<Integer, String> REPLACEMENTS = Arrays.stream(LETTERS.split(","))
            .map(entry -> entry.split(" "))
            .flatMap(entry -> entry[1].codePoints().boxed().map(letter -> Map.entry(letter, entry[0])))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private Folding() {}

    /** Returns the folded text. Its white space and its punctuation stay. */
    public static String fold(String text) {
        return LEFT_OUT.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                // twice, because some letters have several forms of one case
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .mapToObj(Folding::replacement)
                .collect(Collectors.joining());
    }

    private static String replacement(int letter) {
        int digit = Character.digit(letter, 10);
        return digit >= 0 ? String.valueOf(digit) : REPLACEMENTS.getOrDefault(letter, Character.toString(letter));
    }
}
