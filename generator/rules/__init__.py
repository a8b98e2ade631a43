"""The law between records, one function each, in the order in which it is told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from generator.model.registry import Registry
from generator.problems.problem import Problem
from generator.rules import (
    dates,
    designations,
    duplicates,
    forms,
    geography,
    identity,
    leaders,
    names,
    notices,
    photographs,
    privacy,
    redirects,
    sources,
)

Rule = Callable[[Registry, date], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    identity.id_is_canonical,
    identity.id_is_unique,
    identity.id_is_file_name,
    identity.id_lies_in_its_folder,
    identity.notice_id_is_file_name,
    identity.form_id_is_path,
    names.name_is_usual,
    names.name_agrees_with_category,
    names.name_has_full_width_punctuation,
    names.name_has_source,
    leaders.model_worker_leads,
    leaders.model_worker_is_shown,
    leaders.consent_is_dated,
    leaders.leader_has_name,
    leaders.withdrawn_leader_has_no_name,
    dates.date_is_not_in_the_future,
    dates.established_comes_first,
    dates.city_names_after_two_years,
    dates.nothing_happens_after_the_end,
    dates.deadline_follows_notice,
    dates.due_follows_event,
    designations.cited_notice_exists,
    designations.designation_cites_naming_notice,
    designations.notice_names_the_workshop,
    designations.designation_agrees_with_notice,
    designations.designation_has_basis,
    designations.designation_stands_once,
    designations.event_has_basis,
    notices.names_fit_counts,
    notices.records_fit_counts,
    notices.call_is_complete,
    notices.text_is_there,
    notices.forms_are_there,
    notices.form_feeds_known_keys,
    forms.field_is_named_once,
    duplicates.workshop_stands_once,
    geography.point_is_complete,
    geography.borders_are_there,
    geography.land_is_there,
    geography.point_lies_in_dalian,
    geography.point_lies_in_its_district,
    geography.hidden_point_is_not_told,
    geography.zone_lies_in_district,
    geography.recommender_is_known,
    privacy.no_personal_data,
    sources.supported_key_exists,
    sources.supported_item_exists,
    sources.supported_key_is_written,
    sources.photo_is_there,
    photographs.photo_is_a_picture,
    photographs.photo_is_called_what_it_is,
    photographs.photo_belongs_to_a_record,
    redirects.redirect_leaves_no_page,
    redirects.redirect_leads_to_a_page,
    redirects.redirect_stands_once,
)
