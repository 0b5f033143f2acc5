import type { Ref } from 'react'
import { FieldError } from 'react-aria-components/FieldError'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { TextArea } from 'react-aria-components/TextArea'
import { TextField as AriaTextField } from 'react-aria-components/TextField'
import type { TextFieldProps as AriaTextFieldProps } from 'react-aria-components/TextField'
import { classNames } from './class-names.ts'
import styles from './Field.module.css'

export interface TextFieldProps extends Omit<AriaTextFieldProps, 'className' | 'style' | 'children'> {
  readonly label: string
  /** The label is read, not seen: in tables and toolbars. */
  readonly isLabelHidden?: boolean
  readonly description?: string
  /** Why the value cannot stay as it is; shown and read out. */
  readonly errorMessage?: string | undefined
  readonly placeholder?: string
  /** More than one: a text area of so many lines. */
  readonly rows?: number
  /** Id of a <datalist>, see Suggestions. */
  readonly list?: string
  readonly className?: string
  readonly inputRef?: Ref<HTMLInputElement & HTMLTextAreaElement>
}

export function TextField({
  label,
  isLabelHidden = false,
  description,
  errorMessage,
  placeholder,
  rows = 1,
  list,
  className,
  inputRef,
  ...props
}: TextFieldProps) {
  const control = { placeholder, ...(inputRef ? { ref: inputRef } : {}) }
  return (
    <AriaTextField
      {...props}
      {...(isLabelHidden ? { 'aria-label': label } : {})}
      isInvalid={props.isInvalid ?? errorMessage !== undefined}
      className={classNames(styles['field'], className)}
    >
      {!isLabelHidden && <Label className={styles['label'] ?? ''}>{label}</Label>}
      {rows > 1 ? (
        <TextArea {...control} rows={rows} className={styles['area'] ?? ''} />
      ) : (
        <Input {...control} {...(list === undefined ? {} : { list })} className={styles['input'] ?? ''} />
      )}
      {description !== undefined && (
        <Text slot="description" className={styles['description'] ?? ''}>
          {description}
        </Text>
      )}
      <FieldError className={styles['error'] ?? ''}>{errorMessage}</FieldError>
    </AriaTextField>
  )
}
