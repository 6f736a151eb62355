// Asking for several things one after the other, with the way back.
import * as vscode from 'vscode';

const { t } = vscode.l10n;

export interface Step {
  readonly prompt: string;
  /** Nothing may be written too. */
  readonly isOptional: boolean;
}

interface Answer {
  readonly type: 'given' | 'back';
  readonly words: string;
}

/**
 * @param about shows while nothing is written yet
 * @returns what was written at each step, trimmed; undefined where the user gave up.
 */
export async function askInSteps(
  title: string,
  about: string,
  steps: readonly Step[],
): Promise<readonly string[] | undefined> {
  const written = steps.map(() => '');
  for (let at = 0; at < steps.length; ) {
    const box = vscode.window.createInputBox();
    box.title = title;
    box.step = at + 1;
    box.totalSteps = steps.length;
    box.placeholder = about;
    box.prompt = steps[at]!.prompt;
    box.value = written[at]!;
    box.ignoreFocusOut = true;
    box.buttons = at > 0 ? [vscode.QuickInputButtons.Back] : [];
    const answer = await answerIn(box, steps[at]!);
    if (!answer) return undefined;
    written[at] = answer.words;
    at += answer.type === 'back' ? -1 : 1;
  }
  return written;
}

async function answerIn(box: vscode.InputBox, { isOptional }: Step): Promise<Answer | undefined> {
  const words = () => box.value.trim();
  const answer = await new Promise<Answer | undefined>((resolve) => {
    box.onDidAccept(() => {
      if (words() || isOptional) resolve({ type: 'given', words: words() });
      else box.validationMessage = t('Write something, or press Escape to leave it.');
    });
    box.onDidChangeValue(() => {
      box.validationMessage = undefined;
    });
    box.onDidTriggerButton(() => resolve({ type: 'back', words: words() }));
    box.onDidHide(() => resolve(undefined));
    box.show();
  });
  box.dispose();
  return answer;
}
