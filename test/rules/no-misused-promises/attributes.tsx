// options: {}
/// <reference path="libraries.d.ts" />
// Components that wait for what they are given, though the types of their properties do not say so, and one that does not.
import { forwardRef } from 'react';

interface ButtonProps {
  readonly onPress: () => void;
}

declare function save(title: string): Promise<void>;
declare function showError(error: unknown): void;
declare function setBusy(isBusy: boolean): void;

function ConfirmButton({ onPress }: ButtonProps): object {
  const confirm = async () => {
    try {
      await onPress();
    } catch (error) {
      showError(error);
    }
  };
  return <button onClick={confirm} />;
}

const BusyButton = forwardRef<Partial<ButtonProps>>((props, _ref) => {
  const press = async () => {
    const result = props.onPress && props.onPress();
    setBusy(true);
    try {
      await result;
    } catch (error) {
      showError(error);
    }
    setBusy(false);
  };
  return <button onClick={press} />;
});

function DialogButton(props: ButtonProps): object {
  const { onPress: confirm } = props;
  return <ConfirmButton onPress={confirm} />;
}

function PlainButton({ onPress }: ButtonProps): object {
  return <button onClick={onPress} />;
}

export const toolbar = (title: string): object[] => [
  <ConfirmButton onPress={() => save(title)} />,
  <BusyButton onPress={async () => save(title)} />,
  <DialogButton onPress={async () => save(title)} />,
  <PlainButton onPress={async () => save(title)} />,
  //                   ^^^^^^^^^^^^^^^^^^^^^^^^^ error: The component ignores the promise that this function returns: nobody waits for it, and if it rejects, the error is lost.
];
