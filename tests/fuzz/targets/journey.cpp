// SPDX-License-Identifier: Apache-2.0
#include "journey/activation/advance.h"
#include "look.h"

void smartca::fuzz::look(BytesView input)
{
    using namespace journey::activation;
    const auto json = parseJson(asText(input));
    if (!json)
        return;
    // A state by itself, an event by itself, or {"state","event"}: the event happens in the state.
    State state;
    const Json *const whole = &*json;
    const auto member = [whole](const char *name) {
        return whole->is_object() && whole->contains(name) ? (*whole)[name] : *whole;
    };
    if (const auto read = stateFromJson(member("state"))) {
        claim(stateFromJson(toJson(*read)) == *read, "a state written and read again is the same");
        state = *read;
    }
    const auto event = eventFromJson(member("event"));
    if (!event)
        return;
    claim(toJson(eventFromJson(toJson(*event)).value()) == toJson(*event),
          "an event written and read again is the same");
    const auto transition = journey::activation::advance(state, *event);
    claim(stateFromJson(toJson(transition.next)) == transition.next, "whatever follows can be kept");
}
