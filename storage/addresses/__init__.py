"""Places of a notice by their address: 第十七条, 三（二）3, 附件2. A notice in, places out."""

from storage.addresses.book import Book as Book
from storage.addresses.book import Entry as Entry
from storage.addresses.book import make_book as make_book
from storage.addresses.finding import Answer as Answer
from storage.addresses.finding import Place as Place
from storage.addresses.finding import cited_places as cited_places
from storage.addresses.finding import find_places as find_places
from storage.addresses.typed import DocumentNumber as DocumentNumber
from storage.addresses.typed import Step as Step
from storage.addresses.typed import read_number as read_number
from storage.addresses.typed import read_page as read_page
from storage.addresses.typed import read_steps as read_steps
