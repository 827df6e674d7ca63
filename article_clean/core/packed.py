"""Long lists of records, held as columns of numbers: the records are made when they are asked for.

A line of one letter is 2 bytes of text and a tuple of 150: a text of nothing else would take a hundred times its size.
"""

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from operator import attrgetter, eq
from typing import Generic, Self, TypeVar, overload

MOST_LISTED = 7_000  # records that stand in a list, 2 MB of edits; an article has hundreds, and lists are faster
NARROW, WIDE = "I", "Q"  # numbers of a column: below 2**32, and where one is not
TOO_WIDE = 1 << 32
SIGNED = "q"  # of a list that grows

_START = attrgetter("start")
_Record = TypeVar("_Record")


class Packed(Sequence[_Record], Generic[_Record]):
    """Records made of their numbers.

    Args:
        make: a record of its numbers; must not refer to what holds the list, or both wait for garbage collection.
        columns: the numbers, a column each, all of one length.
    """

    __slots__ = ("_make", "columns")

    def __init__(self, make: Callable[..., _Record], columns: Sequence["array[int]"]) -> None:
        self._make = make
        self.columns = columns

    def at(self, places: Iterable[int]) -> Self:
        """The records at these places."""
        places = list(places)
        return type(self)(
            self._make, [array(column.typecode, map(column.__getitem__, places)) for column in self.columns]
        )

    def __len__(self) -> int:
        return len(self.columns[0])

    def __iter__(self) -> Iterator[_Record]:
        return map(self._make, *self.columns)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Packed | list):
            return NotImplemented
        return len(self) == len(other) and all(map(eq, self, other))

    __hash__ = None  # type: ignore[assignment]  # as of lists

    @overload
    def __getitem__(self, index: int) -> _Record: ...
    @overload
    def __getitem__(self, index: slice) -> Self: ...
    def __getitem__(self, index: int | slice) -> _Record | Self:
        if isinstance(index, slice):
            return type(self)(self._make, [column[index] for column in self.columns])
        return self._make(*(column[index] for column in self.columns))


def started_before(records: Sequence[_Record], offset: int) -> int:
    """How many of these records start before an offset.

    Args:
        records: lines or edits, sorted; the first number of a packed one is its start.
        offset: a place in the text.
    """
    if isinstance(records, Packed):
        return bisect_left(records.columns[0], offset)
    return bisect_left(records, offset, key=_START)


def columns_of(rows: Iterable[Sequence[int]], width: int) -> Sequence["array[int]"]:
    """Rows of so many numbers, not negative, as columns."""
    columns = [array(NARROW) for _ in range(width)]
    row_iterator = iter(rows)
    while row_chunk := list(islice(row_iterator, MOST_LISTED)):
        for index, numbers in enumerate(zip(*row_chunk, strict=True)):
            if max(numbers) >= TOO_WIDE and columns[index].typecode == NARROW:
                columns[index] = array(WIDE, columns[index])
            columns[index].extend(numbers)
    return columns


class Growing(Generic[_Record]):
    """A list that is packed as it grows long, so that it is never long in memory.

    Attributes:
        done: how many records are packed.
        listed: those behind them.

    Args:
        make: a record of its numbers, as `Packed` takes it.
        numbers: those of a record; called once for each, in order, when it is packed.
        width: how many they are.
    """

    def __init__(self, make: Callable[..., _Record], numbers: Callable[[_Record], Sequence[int]], width: int) -> None:
        self._numbers = numbers
        self._packed = Packed(make, [array(SIGNED) for _ in range(width)])
        self.listed: list[_Record] = []
        self.done = 0  # records that are packed

    def __len__(self) -> int:
        return self.done + len(self.listed)

    def __getitem__(self, index: int) -> _Record:
        return self.listed[index - self.done] if index >= self.done else self._packed[index]

    def append(self, record: _Record) -> None:
        """One record more."""
        self.listed.append(record)
        if len(self.listed) >= MOST_LISTED:
            self._pack()

    def put(self, index: int, column: int, number: int) -> None:
        """Write a number of a record that is packed."""
        self._packed.columns[column][index] = number

    def held(self) -> Sequence[_Record]:
        """All records, as a list where they are few."""
        if not self._packed:
            return self.listed
        self._pack()
        return self._packed

    def _pack(self) -> None:
        for column, numbers in zip(
            self._packed.columns, zip(*map(self._numbers, self.listed), strict=True), strict=False
        ):
            column.extend(numbers)  # none where nothing is listed
        self.listed.clear()
        self.done = len(self._packed)


def packed(
    records: Iterable[_Record], make: Callable[..., _Record], numbers: Callable[[_Record], Sequence[int]]
) -> Sequence[_Record]:
    """The records as a list where they are few, packed where they are many.

    Args:
        records: the records.
        make: a record of its numbers, as `Packed` takes it.
        numbers: those of a record.
    """
    record_iterator = iter(records)
    first_records = list(islice(record_iterator, MOST_LISTED))
    if len(first_records) < MOST_LISTED:
        return first_records
    width = len(numbers(first_records[0]))
    return Packed(make, columns_of(map(numbers, chain(first_records, record_iterator)), width))


class PackedIndex(Mapping[str, Sequence[_Record]]):
    """Packed records by a word that each has.

    Args:
        records: the records.
        word_of: the word of one; None leaves it out.
    """

    __slots__ = ("_places", "_records")

    def __init__(self, records: Packed[_Record], word_of: Callable[[_Record], str | None]) -> None:
        self._records = records
        self._places: dict[str, int | array[int]] = {}  # most words of a long list are those of one record
        for index, word in enumerate(map(word_of, records)):
            if word is not None:
                self._add(word, index)

    def _add(self, word: str, index: int) -> None:
        places = self._places.setdefault(word, index)
        if isinstance(places, int):
            if places != index:
                self._places[word] = array("I", [places, index])  # 2**32 lines will not come
        else:
            places.append(index)

    def __getitem__(self, word: str) -> Sequence[_Record]:
        places = self._places[word]
        return [self._records[places]] if isinstance(places, int) else self._records.at(places)

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


def by_word(records: Sequence[_Record], word_of: Callable[[_Record], str | None]) -> Mapping[str, Sequence[_Record]]:
    """The records by a word that each has.

    Args:
        records: the records.
        word_of: the word of one; None leaves it out.
    """
    if isinstance(records, Packed):
        return PackedIndex(records, word_of)
    records_by_word: dict[str, list[_Record]] = {}
    for record in records:
        word = word_of(record)
        if word in records_by_word:
            records_by_word[word].append(record)
        elif word is not None:
            records_by_word[word] = [record]
    return records_by_word
