// Which given names are women's and which are borne by both: what a pronoun may well stand for where nothing else tells.

import { fold } from '../names/gazetteer/fold.ts';
import { GIVEN } from '../names/gazetteer/lookup.ts';
import { wordSet } from '../words.ts';
import type { Gender } from './pronouns.ts';

const WOMEN =
  wordSet(`abigail adele adriana aida aisha alejandra alexandra alice alicia alina alison aliya amanda amelia amina amy
  ana anastasia angela anita anjali ann anna anne annette annie antonia asel asha astrid ayesha aylin ayse aziza barbara
  beatrice beatriz belinda beth betty bianca blanca brenda bridget brigitte camila carla carmen carol carolina caroline
  catherine cathy cecilia celia chantal charlotte chiara chloe christiane christina christine claire clara claudia colleen
  cornelia cristina cynthia daniela danielle daria deborah delia diana diane dilma dina dinara dolores donatella donna
  dora doris dorothy edith eileen ekaterina elaine elena eleanor elif elisabeth elizabeth ella ellen elsa elvira emilia
  emily emine emma emmanuelle erica erika esther eugenia eunice eva evelyn ewa farah farida fatima fatma fatou federica
  felicia fernanda fiona florence frances francesca francoise gabriela gabriella galina gemma georgia geraldine gertrude
  gina giorgia gita giulia gladys gloria grace greta gwen habiba hala halima hana hannah hanna harriet haruka hazel
  heather heidi heike helen helena helene helga hilary hilda hillary ida ines inga inge ingrid irene irina iris irma
  isabel isabella isabelle ivana ivanka jacqueline jamila jana jane janet janice janine jasmin jasmine jeanette jeanne
  jelena jemma jen jennifer jenny jessica jill joan joanna joanne jodie joelle johanna josephine joy joyce juana juanita
  judith judy julia juliana julie juliet justine jyoti kamala karen karima karin karina karla karolina katarina kate
  katerina katharina katherine kathleen kathryn kathy katie katja katrin khadija kimberly kirsten kristen kristina kylie
  laila lakshmi larisa latifa laura lauren layla lea leah leila lena leticia lidia lilia liliana lillian lily lina linda
  lisa liz lola lorena loretta louisa louise lucia lucy ludmila luisa lydia lyudmila madeleine madina magdalena maggie
  maia maja malala manuela marcela margaret margarita margherita maria mariam mariana marianne marie marina marisol
  mariya marjorie marta martha martina martine mary maryam masha maya mayra mei melania melanie melissa mercedes meryem
  michelle mina minna mira miriam molly mona monica monika monique muriel myriam nada nadezhda nadia nadine nancy naomi
  natalia natalie nataliya natalya natasha nathalie nelly ngozi nicole nina noemi nora norma olena olga olivia paola
  parveen patricia paula paulina pauline peggy penelope penny petra philippa phyllis pia polina priscilla priti priya
  priyanka rabia rachel rafaela raisa rania rashida rebecca reem rekha renata renate renee rina rita roberta rocio rosa
  rosalind rose rosemary roxana roza ruth sabina sabine sabrina saida sally salma salome samantha samira sandra sanna
  sara sarah selma serena shakira shari sharon sheila shirin shirley sigrid silvia simona simonetta siobhan sofia sonia
  sonja sophia sophie soraya stacey stefania stella stephanie sumaya susan susana susanna susanne suzanne svetlana sylvia
  sylvie tamar tamara tanja tanya tara tatiana tatyana teresa tessa theresa tiffany tina tomoko tracey tracy ursula usha
  valentina valeria valerie vanessa vera veronica veronika vicki victoria vidya viktoria viola violet violeta virginia
  virginie vivian wanda wendy wilma ximena yana yasmin yoko yoshiko yulia yuliya yvette yvonne zahra zainab zara zarina
  zeinab zhanna zinaida zoe zuzana lydia kristin krista carrie debbie kellyanne megan meghan nikki sherry tammy theresa
  ursula yuki keiko aiko mariko hye soo-jin li-ying xiaomei indira sonia sushma mamata jacinda greta christia mette sanna
  ertharin ellen kolinda dalia simonetta roza atifete vjosa borjana nirmala smriti sheikh-hasina hasina khaleda benazir
  michaela antonella paulette ivette margot ruby sadie shelley shelly sue tania tricia wilhelmina winnie yolanda`);

const EITHER =
  wordSet(`adama alex alexis amal amara andrea angel ariel ashley billy camille carol charlie chris dana dawn
  dominique eli evelyn frances francis gabriele gene german iman jackie jamie jan jasper jean jessie jordan jude kai karol
  kay kelly kerry kim kiran krishna laurence lee leigh leslie lindsay lindsey lou luca marion michal michele miki morgan
  nicola nikita nino noam noel nour nur ola parveen pat patrice raja rama rana randy rene robin ronnie rosario sam sana
  sasha shannon shawn sidney simone stacey surya taylor terry toni tracy valery yannick yuval zia`);

/** The gender that most bearers of a given name have; undefined for names of both, and for unknown ones. */
export function usualGender(givenName: string): Gender | undefined {
  const key = fold(givenName);
  if (EITHER.has(key)) return undefined;
  if (WOMEN.has(key)) return 'female';
  return GIVEN.has(key) ? 'male' : undefined;
}
