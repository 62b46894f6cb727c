/** The style sheet of the design language, imported for its effect. */
declare module '@tingxu/ui/css/styles';
