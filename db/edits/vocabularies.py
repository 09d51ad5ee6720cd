"""What an admin does with the words that forms offer. Codes never change: rows of every copy point to them."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from db.edits.drafts import Draft, Findings
from db.edits.edit import GONE, edit, get, put, reader_of, refuse
from db.engine import Reader
from db.errors import Problem, UserError
from db.models import Term
from db.queries import vocabularies as questions
from db.rules.vocabularies import CODE, LONGEST_CODE, MEANINGS, NEEDED, OPEN, code_of, shipped
from resources.texts import N_

LONGEST_WORD = 80
CLOSED_LIST = N_("To this list nothing can be added. Possible: {lists}.")
NOT_A_CODE = N_("A code is written in small letters, like community_radio.")
CODE_TAKEN = N_("There is a word with this code already.")
WORD_TAKEN = N_("There is this word already.")
SAY_MEANING = N_("Please say what the word means to the counts.")
OTHER_MEANING = N_("To the counts a word of this list means one of these: {meanings}.")
NO_MEANING = N_("Words of this list mean nothing to the counts.")
FIXED_MEANING = N_("What this word means to the counts is fixed; add a word of your own.")
FIXED_CODE = N_("The code of a word never changes.")
IS_NEEDED = N_("Rembuk itself needs this word: it cannot be hidden, but you may rename it.")


@dataclass(slots=True)
class TermDraft(Draft):
    """A word being written down. The code follows from the label where none is given.

    Without an English label the Indonesian one stands in both languages.
    """

    vocabulary: str | None = None
    label_id: str | None = None
    label_en: str | None = None
    meaning: str | None = None
    code: str | None = None

    def check(self) -> list[Problem]:
        """What is wrong, field by field; puts what is right into its stored form."""
        findings = Findings(self)
        findings.required("vocabulary")
        findings.required("label_id", LONGEST_WORD)
        self.label_en = self.label_en or self.label_id
        if self.label_id is not None:
            findings.required("label_en", LONGEST_WORD)
        if self.vocabulary is not None and self.vocabulary not in OPEN:
            findings.note("vocabulary", CLOSED_LIST, lists=", ".join(OPEN))
        if self.code is not None and not CODE.fullmatch(self.code):
            findings.note("code", NOT_A_CODE)
        if self.vocabulary in OPEN:
            self._check_meaning(findings, self.vocabulary)
        return findings.problems

    def _check_meaning(self, findings: Findings, vocabulary: str) -> None:
        possible = MEANINGS.get(vocabulary)
        if possible is None and self.meaning is not None:
            findings.note("meaning", NO_MEANING)
        if possible is not None and self.meaning is None:
            findings.note("meaning", SAY_MEANING)
        elif possible is not None and self.meaning not in possible:
            findings.note("meaning", OTHER_MEANING, meanings=", ".join(possible))


def draft(reader: Reader, term: str) -> TermDraft | None:
    """The draft of a word as it stands, for the form; also where it is hidden."""
    return reader.one(
        TermDraft,
        "SELECT vocabulary, label_id, label_en, meaning, code FROM term WHERE id = ?",
        (term,),
    )


@edit(N_("Add word"))
def add(session: Session, draft: TermDraft) -> str:
    """Add a word at the end of its list; answers the id. A hidden word of this name comes back."""
    refuse(draft.check())
    vocabulary = str(draft.vocabulary)
    listed = questions.words(reader_of(session), vocabulary)
    _refuse_twice(listed, draft)
    code = draft.code or _free_code(listed, draft)
    row = f"{vocabulary}:{code}"
    known = session.get(Term, row)
    if known is not None and not known.removed:
        refuse([Problem("code", CODE_TAKEN)])
    if row in shipped() and known is not None and known.meaning != draft.meaning:
        refuse([Problem("meaning", FIXED_MEANING)])
    last = reader_of(session).value(
        "SELECT max(rank) FROM term WHERE vocabulary = ?", (vocabulary,)
    )
    values = draft.values("code")
    put(session, Term(id=row, code=code, rank=(last or 0) + 1, removed=False, **values))
    return row


@edit(N_("Change word"))
def change(session: Session, term: str, draft: TermDraft) -> None:
    """Change what a word is called, in every list and paper; its code stays."""
    refuse(draft.check())
    found = _known(session, term)
    if draft.vocabulary != found.vocabulary or draft.code not in (None, found.code):
        refuse([Problem("code", FIXED_CODE)])
    if term in shipped() and draft.meaning != found.meaning:
        refuse([Problem("meaning", FIXED_MEANING)])
    listed = questions.words(reader_of(session), found.vocabulary)
    _refuse_twice([word for word in listed if word.id != term], draft)
    found.sqlmodel_update(draft.values("vocabulary", "code"))
    session.add(found)


@edit(N_("Hide word"))
def hide(session: Session, term: str) -> None:
    """Take a word out of the choices of every form; what has it keeps it."""
    if term in NEEDED:
        raise UserError(IS_NEEDED)
    found = get(session, Term, term)
    found.removed = True
    session.add(found)


@edit(N_("Show word again"))
def show(session: Session, term: str) -> None:
    """Offer a hidden word again."""
    found = _known(session, term)
    found.removed = False
    session.add(found)


@edit(N_("Order words"))
def arrange(session: Session, vocabulary: str, order: Sequence[str]) -> None:
    """Put the words of a list into this order; those that are not named follow as they were."""
    listed = [word.id for word in questions.words(reader_of(session), vocabulary)]
    named = [term for term in dict.fromkeys(order) if term in listed]
    rest = [term for term in listed if term not in named]
    for rank, term in enumerate((*named, *rest), start=1):
        found = _known(session, term)
        if found.rank != rank:
            found.rank = rank
            session.add(found)


def _known(session: Session, term: str) -> Term:
    """A word, listed or hidden. Raises UserError where there is none."""
    found = session.get(Term, term)
    if found is None:
        raise UserError(GONE)
    return found


def _refuse_twice(others: Sequence[questions.WordRow], draft: TermDraft) -> None:
    """Two words that look the same cannot be told apart in a form."""
    problems = []
    for place, name in enumerate(("label_id", "label_en")):
        label = str(getattr(draft, name)).casefold()
        if any(not word.hidden and word.label[place].casefold() == label for word in others):
            problems.append(Problem(name, WORD_TAKEN))
    refuse(problems)


def _free_code(listed: Sequence[questions.WordRow], draft: TermDraft) -> str:
    """The code of a hidden word of this name, or one that nobody has yet."""
    label = str(draft.label_id).casefold()
    for word in listed:
        if word.hidden and word.label[0].casefold() == label:
            return word.code
    taken = {word.code for word in listed}
    code, number = code_of(str(draft.label_en)), 1
    free = code
    while free in taken:
        number += 1
        free = f"{code[: LONGEST_CODE - 4]}_{number}"
    return free
