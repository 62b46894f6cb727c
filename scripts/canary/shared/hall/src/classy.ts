// expect: plugin
export class Hall {
  name = 'first';
}
