interface TableHeadProps {
  readonly first: string;
  /** Titles of the columns that hold numbers. */
  readonly numbers: readonly string[];
}

/** The head of a table of numbers, whose first column names the rows. */
export function TableHead({ first, numbers }: TableHeadProps) {
  return (
    <thead>
      <tr>
        <th scope="col">{first}</th>
        {numbers.map((title) => (
          <th key={title} scope="col" class="number">
            {title}
          </th>
        ))}
      </tr>
    </thead>
  );
}
