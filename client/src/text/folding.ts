import { BLANKS, codePoints } from "./text";

/** Marks that may be left out in writing. In other scripts marks are vowels; those of kana change the syllable. */
const LEFT_OUT = new RegExp(
  "(?![\\u3099\\u309A])(?=[\\p{Script=Inherited}\\p{Script=Greek}" +
    "\\p{Script=Cyrillic}\\p{Script=Hebrew}\\p{Script=Arabic}\\p{Script=Syriac}])\\p{M}" +
    `|\\p{Cf}|[\\u02B9-\\u02D1\\u0640${BLANKS}]`,
  "gu",
);

/**
 * Letters that Unicode does not decompose, each group after the letters that replace it. The Latin ones are those of
 * the transform Latin-ASCII of CLDR; the others are final forms.
 */
const LETTERS =
  "a ⱥᴀᶏ,aa ꜳ,ae æᴁ,ao ꜵ,au ꜷ,av ꜹꜻ,ay ꜽ,b ƀɓƃʙᴃᵬᶀ,c ƈȼɕᴄꞓ,d ðđɖɗƌȡᴅᴆᵭᶁᶑꝱꝺ,db ȸ,dz ʣʥ,e ɛɇᴇᶒᶓⱸ,f ƒᵮᶂꜰꝼ," +
  "g ɠǥɡɢʛᶃꞡ,h ħɦɧʜⱨ,hv ƕ,i ɨɪᵻᶖ,j ȷɉɟʝᴊ,k ƙᴋᶄⱪꝁꝃꝅꞣ,l łƚȴɫɬɭʟᴌᶅⱡꝇꝉꝲ,ll ỻ,ls ʪ,lz ʫ,m ɱᴍᵯᶆꝳ,n ŋɲƞȵɳɴᵰᶇꝴꞑꞥ," +
  "o øᴏⱺꝋꝍ,oe œɶ,oi ƣ,oo ꝏ,p ƥᴘᵱᵽᶈꝑꝓꝕ,q ĸʠꝗꝙ,qp ȹ,r ʀɍɼɽɾᵲᵳᶉꝵꝶꞧ,s ȿʂᵴᶊẜẝꜱꞩ,ss ß,t ŧƫƭʈȶⱦᴛᵵꝷꞇ,th þᵺꝥꝧ,ts ʦ," +
  "u ʉᴜᵾᶙ,ue ᵫ,v ʋᴠᶌỽⱱⱴꝟ,vy ꝡ,w ᴡⱳ,x ᶍ,y ƴɏʏỿ,z ƶȥɀʐʑᴢᵶᶎⱬ,σ ς,כ ך,מ ם,נ ן,פ ף,צ ץ";

const REPLACEMENTS = new Map(
  LETTERS.split(",").flatMap((entry) => {
    const [replacement = "", letters = ""] = entry.split(" ");
    return codePoints(letters).map((letter) => [letter, replacement] as const);
  }),
);

/**
 * Removes the differences between texts that users who search do not see or do not type: case, accents, strokes,
 * ligatures, widths, the digits of other scripts and the final forms of letters.
 */
export function fold(text: string): string {
  const plain = text.normalize("NFKD").replace(LEFT_OUT, "");
  // twice, because some letters have several forms of one case
  const lower = plain.toUpperCase().toLowerCase();
  return codePoints(asciiDigits(lower))
    .map((letter) => REPLACEMENTS.get(letter) ?? letter)
    .join("");
}

/** Replaces the decimal digits of any script. */
export function asciiDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => String(digitValue(digit.codePointAt(0) ?? 0)));
}

/** Digits are encoded in runs of ten that start with zero. */
function digitValue(digit: number): number {
  let before = 0;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(digit - before - 1))) {
    before++;
  }
  return before % 10;
}
